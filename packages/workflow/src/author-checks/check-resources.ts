import { describeEntity, type Entity, type Node } from "@flytekit-ts/core/graph";
import { ResourceName } from "@flytekit-ts/core/literals";
import { isTask, parseQuantity } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isMap } from "../map/map-entity.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../problem/problem.js";

/**
 * Calls that ask for more of a resource than the limit of their task, which stays.
 *
 * flyteadmin makes the request of a task its limit too, if the task has none. The engine then puts the amounts of a
 * call over those of the task, and cuts a request that is above the limit down to it, without a word.
 */
export function resourceCutProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node, nodeId }) => {
    const cut = cutsOf(node);
    if (cut.length === 0) return NO_PROBLEMS;
    const [entity, { place }] = [describeEntity(node.entity), node];
    return cut.map((each) =>
      toProblem(errors.RESOURCE_OVERRIDE_CUT({ entity, ...each }), { severity: "warning", nodeId, place }),
    );
  });
}

interface Cut {
  readonly resource: string;
  readonly asked: string;
  readonly limit: string;
}

const NO_CUTS: readonly Cut[] = [];
const NAMES: ReadonlyMap<idl.Resources_ResourceName, string> = new Map([
  [ResourceName.CPU, "cpu"],
  [ResourceName.MEMORY, "memory"],
  [ResourceName.GPU, "gpu"],
  [ResourceName.EPHEMERAL_STORAGE, "ephemeralStorage"],
]);

function cutsOf({ entity, settings: { resources } }: Node): readonly Cut[] {
  const own = resources === undefined ? undefined : resourcesOf(entity);
  if (resources === undefined || own === undefined) return NO_CUTS;
  return resources.requests.flatMap(({ name, value: asked }) => {
    const limit = amountOf(own.limits, name) ?? amountOf(own.requests, name);
    const resource = NAMES.get(name);
    if (limit === undefined || resource === undefined || amountOf(resources.limits, name) !== undefined)
      return [];
    return (parseQuantity(asked) ?? 0n) > (parseQuantity(limit) ?? 0n) ? [{ resource, asked, limit }] : [];
  });
}

function resourcesOf(entity: Entity): idl.Resources | undefined {
  if (isTask(entity)) return entity.settings.resources;
  return isMap(entity) && isTask(entity.target) ? entity.target.settings.resources : undefined;
}

function amountOf(
  entries: readonly idl.Resources_ResourceEntry[],
  wanted: idl.Resources_ResourceName,
): string | undefined {
  return entries.find(({ name }) => name === wanted)?.value;
}
