import { describeValue } from "@flytekit-ts/core/errors";
import { describeEntity, type Entity } from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { isMap, isTaskMap, type MapEntity } from "../map/map-entity.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { isReference } from "../reference/reference-entity.js";
import { conditionalProblems } from "./check-conditionals.js";
import { gateProblems } from "./check-gates.js";
import { idProblems } from "./check-ids.js";
import { mapProblems } from "./check-maps.js";
import { overrideProblems } from "./check-overrides.js";
import { partProblems } from "./check-parts.js";
import { promiseProblems } from "./check-promises.js";
import { resourceCutProblems } from "./check-resources.js";
import { retryProblems } from "./check-retries.js";
import { sleepProblems } from "./check-sleeps.js";

/** Every problem that the graph of one workflow shows. It does not depend on settings. */
export function checkGraph(graph: Graph): readonly Problem[] {
  return [
    emptyProblems,
    idProblems,
    promiseProblems,
    conditionalProblems,
    targetProblems,
    mapProblems,
    overrideProblems,
    resourceCutProblems,
    partProblems,
    cacheProblems,
    retryProblems,
    gateProblems,
    sleepProblems,
  ].flatMap((check) => check(graph));
}

// If a fault ended the body, the body may have called something after it.
function emptyProblems({ nodes, workflow, faults }: Graph): readonly Problem[] {
  if (nodes.length > 0 || faults.length > 0) return [];
  return [toProblem(errors.WORKFLOW_EMPTY({ workflow: workflow.name }), { place: workflow.definedAt })];
}

/** Nodes that authors can write but the backend cannot run. */
function targetProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node: { entity, place }, nodeId }) => {
    const context = { nodeId, place };
    if (isReference(entity) && entity.reference.kind === "workflow") {
      return [toProblem(errors.REFERENCE_WORKFLOW_AS_NODE({ workflow: entity.name }), context)];
    }
    if (!isMap(entity) || isTaskMap(entity)) return [];
    const target = describeValue(mappedBy(entity));
    return [toProblem(errors.MAP_TARGET_NEEDS_NEWER_BACKEND({ target }), context)];
  });
}

// A workflow is mapped through its default launch plan, which its author never wrote: report the workflow.
function mappedBy({ target }: MapEntity): Entity {
  return isLaunchPlan(target) && target.name === target.workflow.name ? target.workflow : target;
}

function cacheProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node, nodeId }) => {
    if (isCachedInVain(node.entity)) {
      const error = errors.CACHE_WITHOUT_OUTPUTS({ at: `task ${node.entity.name}` });
      return [toProblem(error, { severity: "warning", place: node.entity.definedAt })];
    }
    if (node.settings.cache === undefined) return [];
    const error = errors.CACHE_OVERRIDE_IGNORED({ entity: describeEntity(node.entity) });
    return [toProblem(error, { severity: "warning", nodeId, place: node.place })];
  });
}

function isCachedInVain(entity: Entity): boolean {
  return isTask(entity) && entity.settings.cache !== undefined && entity.interface.outputs.size === 0;
}
