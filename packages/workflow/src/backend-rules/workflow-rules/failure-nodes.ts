import { errors } from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeReference } from "../bindings/describe-reference.js";
import { contextOf, describeSpot } from "../bindings/fault.js";
import { addReferences, type PlacedReference } from "../scopes/references-in.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "./rule.js";

/**
 * What runs on failure takes constants and inputs of the workflow. Flyte's compiler lets it take outputs of nodes
 * too; at run time they are looked for where no node is known.
 */
export const failureNodes: NodeRule = {
  stage: STAGES.links,
  check({ id, node, position }, { names }) {
    if (Number.isFinite(position)) return NO_PROBLEMS;
    const references: PlacedReference[] = [];
    addReferences(node.inputs, { nodeId: id, names, upTo: position, takesWhole: false }, references);
    return references
      .filter(({ ref }) => names.nodes.has(ref.nodeId))
      .map(({ ref, spot }) => {
        const params = { at: describeSpot(spot), promise: describeReference(ref, spot.holder.names) };
        return toProblem(errors.FAILURE_INPUT_UNAVAILABLE(params), contextOf(spot, undefined));
      });
  },
};
