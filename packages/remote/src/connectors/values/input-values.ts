import { loadLiterals, type ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { TaskTemplate } from "@flytekit-ts/models/core";
import type { Connector } from "../definition/connector.js";
import { typesOfVariables } from "./types-of-variables.js";

/**
 * The inputs of a task as values: by the types that its connector declares, or else by those of its template. What has no
 * type here is its literal.
 *
 * @throws `VALUE_TYPE_MISMATCH`, `VALUE_NOT_STORED`, `LITERAL_NOT_FETCHED`
 */
export async function inputValues(
  connector: Connector,
  { template, literals }: { readonly template: TaskTemplate; readonly literals: Literals },
  store: ValueStore,
): Promise<{ readonly [name: string]: unknown }> {
  if (connector.inputs !== undefined) return loadLiterals(connector.inputs, literals, store);
  const types = new Map(typesOfVariables(template.interface?.inputs?.variables, "received"));
  for (const name of types.keys()) if (!literals.has(name)) types.delete(name);
  const values = await loadLiterals(types, literals, store);
  const rest = [...literals].filter(([name]) => !types.has(name));
  return { ...Object.fromEntries(rest), ...values };
}
