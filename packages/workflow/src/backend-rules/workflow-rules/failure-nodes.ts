import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeReference } from "../bindings/describe-reference.js";
import { contextOf, describeSpot } from "../bindings/fault.js";
import { addReferences, type PlacedReference } from "../scopes/references-in.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "./rule.js";

/**
 * A failure node takes only constants and inputs of the workflow. Flyte's compiler accepts outputs of nodes as
 * well, but at run time the engine cannot find these nodes.
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
