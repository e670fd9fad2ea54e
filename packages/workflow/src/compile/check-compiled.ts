import type * as idl from "@flytekit-ts/models/core";
import {
  describeEntity,
  describeTarget,
  type Entity,
  type NodeKey,
  type Place,
  toIdlInterface,
} from "@flytekit-ts/core/graph";
import { isTask, lowerTask, type SerializationSettings } from "@flytekit-ts/core/tasks";
import { findProblems } from "../backend-rules/check-workflow.js";
import type { LaunchPlanInterface, WorkflowToCheck } from "../backend-rules/sites/entities.js";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import { isBranch } from "../conditional/branch-entity.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { parametersOf } from "../launch-plan/lower-launch-plan.js";
import { lowerMap } from "../map/lower-map.js";
import { isMap, isTaskMap } from "../map/map-entity.js";
import { launchPlanId } from "../messages/launch-plan-id.js";
import type { Problem } from "../problem/problem.js";
import { isReference, type ReferenceEntity } from "../reference/reference-entity.js";
import type { CompiledWorkflow } from "./compiled-workflow.js";

/**
 * Every problem that the backend would find in compiled workflows, at the lines that their author would edit.
 *
 * `roots` are the workflows that are checked on their own: the given ones, and those that launch plans start.
 */
export function checkCompiled(
  roots: readonly CompiledWorkflow[],
  entities: readonly Entity[],
  settings: SerializationSettings,
): readonly Problem[] {
  const called = {
    tasks: entities.flatMap((entity) => taskOf(entity, settings)),
    launchPlans: entities.flatMap((entity) => planOf(entity, settings)),
  };
  return roots.flatMap((root) => {
    const subWorkflows = root.subWorkflows.map(({ template }) => template);
    const find = finderOf(root);
    const untyped = untypedOf(root);
    const arms = new Set(
      root.subWorkflows.flatMap(({ workflow }) => (isArmWorkflow(workflow) ? [workflow.name] : [])),
    );
    const words: Pick<WorkflowToCheck, "wordsOf" | "outputWordsOf" | "isRegistered"> = {
      // An arm of several calls is registered only as a part of its workflow.
      isRegistered: (workflow) => !arms.has(workflow),
      wordsOf: (workflow, nodeId) => find(workflow, nodeId)?.words,
      outputWordsOf(workflow, nodeId, output) {
        const node = find(workflow, nodeId)?.key;
        return node && describeTarget({ node, var: output, path: [] });
      },
    };
    return (
      findProblems({ template: root.template, subWorkflows, ...called, ...words })
        // Settings are checked before the compilation.
        .filter((problem) => problem.code !== "SETTINGS_INVALID" && !isOfMap(problem, untyped))
        .map((problem) => locate(problem, find))
    );
  });
}

/**
 * The names of workflows that map over something other than a task.
 *
 * Such a map is reported separately, or allowed. Flyte's compiler expects single values instead of lists for its
 * inputs and outputs, so the type mismatches that it finds there are not further faults.
 */
function untypedOf({ workflow, graph, subWorkflows }: CompiledWorkflow): ReadonlySet<string> {
  const all = [...subWorkflows, { workflow, graph }];
  const mapping = all.filter((each) =>
    walkGraph(each.graph).some(({ node: { entity } }) => isMap(entity) && !isTaskMap(entity)),
  );
  return new Set(mapping.map((each) => each.workflow.name));
}

function isOfMap({ code, workflow = "" }: Problem, untyped: ReadonlySet<string>): boolean {
  return code === "BINDING_TYPE_MISMATCH" && untyped.has(workflow);
}

function taskOf(entity: Entity, settings: SerializationSettings): readonly idl.TaskTemplate[] {
  if (isTask(entity)) return [lowerTask(entity, settings)];
  if (isTaskMap(entity)) return [lowerMap(entity, settings)];
  return isReference(entity) && entity.reference.kind === "task" ? [templateOf(entity)] : [];
}

/** A template with what is known of a task that is registered elsewhere. */
function templateOf({ id, interface: declared }: ReferenceEntity): idl.TaskTemplate {
  return {
    id,
    type: "reference",
    metadata: undefined,
    interface: toIdlInterface(declared),
    custom: undefined,
    target: undefined,
    taskTypeVersion: 0,
    securityContext: undefined,
    extendedResources: undefined,
    config: new Map(),
  };
}

function planOf(entity: Entity, settings: SerializationSettings): readonly LaunchPlanInterface[] {
  const isPlan = isLaunchPlan(entity);
  if (!isPlan && !(isReference(entity) && entity.reference.kind === "launch-plan")) return [];
  return [
    {
      id: isPlan ? launchPlanId(entity, settings) : entity.id,
      expectedInputs: { parameters: parametersOf(entity.interface) },
      expectedOutputs: toIdlInterface(entity.interface).outputs,
    },
  ];
}

/** A node or workflow in the words of its author. */
interface Known {
  readonly words?: string;
  readonly key?: NodeKey;
  readonly place: Place;
}

/** A node by the name of its workflow and its id, or the workflow itself if the id is empty. */
type Find = (workflow: string, nodeId: string) => Known | undefined;

// A graph is walked for the first problem that names one of its nodes: most have no such problem.
function finderOf({ workflow, graph, subWorkflows }: CompiledWorkflow): Find {
  const all = [...subWorkflows, { workflow, graph }];
  const workflows = new Map(all.map((each) => [each.workflow.name, each]));
  const walked = new Map<string, ReadonlyMap<string, Known>>();
  return (name, nodeId) => {
    const found = workflows.get(name);
    if (found === undefined) return undefined;
    // Unless a node has an empty id, which is a fault of its own.
    if (nodeId === "" && !found.graph.ids.includes("")) return { place: found.workflow.definedAt };
    const nodes = walked.get(name) ?? nodesOf(found.graph);
    walked.set(name, nodes);
    return nodes.get(nodeId);
  };
}

function nodesOf(graph: Graph): ReadonlyMap<string, Known> {
  const nodes = new Map<string, Known>();
  for (const { node, nodeId } of walkGraph(graph)) {
    const { entity, place, key } = node;
    const words = isBranch(entity) ? `conditional ${entity.name}` : describeEntity(entity);
    nodes.set(nodeId, { words, key, place });
  }
  return nodes;
}

function locate(problem: Problem, find: Find): Problem {
  const { workflow = "", nodeId = "", location } = problem;
  const known = find(workflow, nodeId) ?? find(workflow, "");
  const found = location ?? known?.place.location;
  return found === undefined ? problem : { ...problem, location: found };
}
