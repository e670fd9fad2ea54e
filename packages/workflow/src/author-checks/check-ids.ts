import { describeEntity, type Node } from "@flytekit-ts/core/graph";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { nodeIdOf } from "../messages/assign-node-ids.js";
import { type Problem, toProblem } from "../problem/problem.js";

// Ids that the backend uses for the nodes it adds.
const RESERVED: ReadonlySet<string> = new Set(["start-node", "end-node", "efn", "fn0"]);

/** Nodes with an empty, reserved or repeated id, in a workflow and in the arms of its branches. */
export function idProblems(graph: Graph): readonly Problem[] {
  const { nodes, ids, idPrefix, workflow } = graph;
  const where = `of ${workflow.name}`;
  const ofArms = walkGraph(graph).flatMap(({ node: { entity } }) => {
    if (!isBranch(entity)) return [];
    const arms = armNodesOf(entity);
    const armIds = arms.map((arm, index) => nodeIdOf(arm, index, idPrefix));
    return problemsOf(arms, armIds, `in the arms of conditional ${entity.name}`);
  });
  return [...problemsOf(nodes, ids, where), ...ofArms];
}

function problemsOf(nodes: readonly Node[], ids: readonly string[], where: string): readonly Problem[] {
  const seen = new Map<string, Node>();
  return nodes.flatMap((node, index) => {
    const id = ids[index] ?? "";
    const context = { nodeId: id, place: node.place };
    if (id === "" || RESERVED.has(id)) {
      const problem = id === "" ? "it contains no letter from a to z and no digit" : "Flyte reserves this id";
      const params = { id: node.settings.id ?? id, node: describeEntity(node.entity), problem };
      return [toProblem(errors.NODE_ID_INVALID(params), context)];
    }
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, node);
      return [];
    }
    // If one of the two ids is automatic, report the other: the author can change only that.
    const { place } = node.settings.id === undefined ? first : node;
    return [toProblem(errors.NODE_ID_TWICE({ id, where }), { nodeId: id, place })];
  });
}
