import { describeEntity, type Node } from "@flytekit-ts/core/graph";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isMap, type MapEntity } from "../map/map-entity.js";
import { type Problem, toProblem } from "../problem/problem.js";

/**
 * Maps with a wrong number of items, as far as lists written in the body show it.
 *
 * The backend checks nothing before the node runs. The node then fails at once.
 */
export function mapProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node, nodeId }) => {
    const problem = isMap(node.entity) ? problemWith(node.entity, node.bindings) : undefined;
    if (problem === undefined) return [];
    const error = errors.MAP_ITEMS_INVALID({ map: describeEntity(node.entity), problem });
    return [toProblem(error, { nodeId, place: node.place })];
  });
}

function problemWith({ bound, success }: MapEntity, bindings: Node["bindings"]): string | undefined {
  const lists = bindings.flatMap(({ var: name, binding }) =>
    binding.kind === "list" && !bound.includes(name) ? [{ name, length: binding.items.length }] : [],
  );
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  if (others.some(({ length }) => length !== first.length)) {
    const lengths = lists.map(({ name, length }) => `${name} has ${length}`).join(", ");
    return `goes over lists of different lengths: ${lengths}`;
  }
  // A map over empty lists succeeds, whatever `minSuccesses` says.
  const tooMany = success.$case === "minSuccesses" && success.value > first.length && first.length > 0;
  return tooMany ? `has to succeed for ${success.value} items, but goes over ${first.length}` : undefined;
}
