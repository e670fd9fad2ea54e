import { describeEntity } from "@flytekit-ts/core/plugin";
import type { Graph } from "../compile/graph.js";
import { errors } from "../errors.js";
import { isMap, isTaskMap } from "../map/map-entity.js";
import { isReference } from "../reference/reference-entity.js";
import { conditionalProblems } from "./check-conditionals.js";
import { idProblems } from "./check-ids.js";
import { mapProblems } from "./check-maps.js";
import { overrideProblems } from "./check-overrides.js";
import { promiseProblems } from "./check-promises.js";
import { type Problem, toProblem } from "./problem.js";
import { walkGraph } from "./walk-graph.js";

/** Every problem of one workflow that its graph shows, whatever it is compiled for. */
export function checkGraph(graph: Graph): readonly Problem[] {
  return [
    emptyProblems,
    idProblems,
    promiseProblems,
    conditionalProblems,
    targetProblems,
    mapProblems,
    overrideProblems,
    cacheProblems,
  ].flatMap((check) => check(graph));
}

function emptyProblems({ nodes, workflow }: Graph): readonly Problem[] {
  if (nodes.length > 0) return [];
  return [toProblem(errors.WORKFLOW_EMPTY({ workflow: workflow.name }), { place: workflow.definedAt })];
}

/** What can be written, and what this backend does not run. */
function targetProblems(graph: Graph): readonly Problem[] {
  return [...walkGraph(graph)].flatMap(({ node: { entity, place }, nodeId }) => {
    const context = { nodeId, place };
    if (isReference(entity) && entity.reference.kind === "workflow") {
      return [toProblem(errors.REFERENCE_WORKFLOW_AS_NODE({ workflow: entity.name }), context)];
    }
    if (!isMap(entity) || isTaskMap(entity)) return [];
    const target = `${entity.target.kind} ${entity.target.name}`;
    return [toProblem(errors.MAP_TARGET_NEEDS_NEWER_BACKEND({ target }), context)];
  });
}

function cacheProblems(graph: Graph): readonly Problem[] {
  return [...walkGraph(graph)].flatMap(({ node, nodeId }) => {
    if (node.settings.cache === undefined) return [];
    const error = errors.CACHE_OVERRIDE_IGNORED({ entity: describeEntity(node.entity) });
    return [toProblem(error, { severity: "warning", nodeId, place: node.place })];
  });
}
