import type { PlannedNode } from "../plan/plan.js";
import { resolveStored } from "../resolve/resolve-stored.js";
import { type Maybe, whenDone } from "../scope/maybe.js";
import type { Outcome, Surroundings } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellFailed } from "../scope/tell.js";

/** Resolve the inputs of a node whose upstream nodes are done, and run it. @throws `ATTRIBUTE_NOT_FOUND`, `LITERAL_NOT_FETCHED` */
export function enterNode(
  node: PlannedNode,
  path: string,
  around: Surroundings,
  scope: Scope,
): Maybe<Outcome> {
  const { store, runNode } = scope.run;
  return whenDone(
    () => {
      const at = `${node.entity} (node ${path})`;
      return resolveStored(node.message.inputs, { outputsOf: around.outputsOf, at, store });
    },
    (inputs) => runNode({ node, path, inputs, around, item: undefined }, scope),
    (cause) => {
      throw tellFailed({ node, path }, { attempt: 0, cause, duration: 0, retrying: false }, scope);
    },
  );
}
