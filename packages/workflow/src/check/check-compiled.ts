import type * as idl from "@flytekit-ts/models/core";
import {
  type Entity,
  isTask,
  lowerTask,
  type Place,
  type SerializationSettings,
  toIdlInterface,
} from "@flytekit-ts/core/plugin";
import type { CompiledWorkflow } from "../compile/compiled-workflow.js";
import { launchPlanId } from "../compile/launch-plan-id.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { parametersOf } from "../launch-plan/lower-launch-plan.js";
import { isMap, isTaskMap } from "../map/map-entity.js";
import { lowerMap } from "../map/lower-map.js";
import { isReference, type ReferenceEntity } from "../reference/reference-entity.js";
import { checkWorkflow } from "./check-workflow.js";
import type { LaunchPlanInterface } from "./entities.js";
import type { Problem } from "./problem.js";
import { walkGraph } from "./walk-graph.js";

/**
 * Every problem that the backend has with compiled workflows, at the lines that their author would edit.
 *
 * `roots` are the workflows that stand alone: the one that was asked for, and those that launch plans start.
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
    const places = placesOf(root);
    const untyped = untypedOf(root);
    return checkWorkflow({ template: root.template, subWorkflows, ...called })
      .filter((problem) => isAskedOf(problem, settings) && !isOfMap(problem, untyped))
      .map((problem) => locate(problem, places));
  });
}

// Without settings the ids of a message are left empty, and nothing is said of what fills them.
function isAskedOf({ code }: Problem, { project }: SerializationSettings): boolean {
  return project !== "" || code !== "SETTINGS_INVALID";
}

/**
 * The workflows in which something other than a task is mapped.
 *
 * That is a problem of its own, or is allowed. The compiler that refuses it takes the single values of the target
 * for what the map takes and gives, so what it says of types there is no second fault.
 */
function untypedOf({ workflow, graph, subWorkflows }: CompiledWorkflow): ReadonlySet<string> {
  const all = [...subWorkflows, { workflow, graph }];
  const mapping = all.filter((each) =>
    [...walkGraph(each.graph)].some(({ node: { entity } }) => isMap(entity) && !isTaskMap(entity)),
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

/** What is known of a task that is registered elsewhere. */
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

type Places = ReadonlyMap<string, Place>;

/** Where nodes were called and workflows declared, by workflow and node id. */
function placesOf({ workflow, graph, subWorkflows }: CompiledWorkflow): Places {
  const places = new Map<string, Place>();
  for (const each of [...subWorkflows, { workflow, graph }]) {
    places.set(keyOf(each.workflow.name, ""), each.workflow.definedAt);
    for (const { node, nodeId } of walkGraph(each.graph)) {
      places.set(keyOf(each.workflow.name, nodeId), node.place);
    }
  }
  return places;
}

function keyOf(workflow: string, nodeId: string): string {
  return `${workflow}\0${nodeId}`;
}

function locate(problem: Problem, places: Places): Problem {
  const { workflow = "", nodeId = "", location } = problem;
  const place = places.get(keyOf(workflow, nodeId)) ?? places.get(keyOf(workflow, ""));
  const found = location ?? place?.location;
  return found === undefined ? problem : { ...problem, location: found };
}
