import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode } from "../plan/plan.js";
import { resolveStored } from "../resolve/resolve-stored.js";
import type { Outcome, Surroundings } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellFailed } from "../scope/tell.js";

/** Resolve the inputs of a node whose upstream nodes are done, and run it. @throws `ATTRIBUTE_NOT_FOUND`, `LITERAL_NOT_FETCHED` */
export function enterNode(
  node: PlannedNode,
  path: string,
  around: Surroundings,
  scope: Scope,
): Promise<Outcome> {
  const failed = (cause: unknown): Promise<never> =>
    Promise.reject(tellFailed({ node, path }, { attempt: 0, cause, duration: 0, retrying: false }, scope));
  const run = (inputs: Literals): Promise<Outcome> =>
    scope.run.runNode({ node, path, inputs, around, item: undefined }, scope);
  let inputs: Literals | Promise<Literals>;
  try {
    const at = `${node.entity} (node ${path})`;
    const { store } = scope.run;
    inputs = resolveStored(node.message.inputs, { outputsOf: around.outputsOf, at, store });
  } catch (cause) {
    return failed(cause);
  }
  return inputs instanceof Promise ? inputs.then(run, failed) : run(inputs);
}
