import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode } from "../plan/plan.js";

/** The outputs of a node under the names that its consumers know: those of an aliased output bind the alias. */
export function aliased({ message }: PlannedNode, outputs: Literals): Literals {
  if (message.outputAliases.length === 0) return outputs;
  const names = new Map(message.outputAliases.map(({ var: name, alias }) => [name, alias]));
  return new Map([...outputs].map(([name, literal]) => [names.get(name) ?? name, literal]));
}
