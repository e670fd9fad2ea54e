import type * as idl from "@flytekit-ts/models/core";
import { toIdlInterface } from "@flytekit-ts/core/graph";
import { lowerContainer, lowerTask, type SerializationSettings, taskId } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import type { TaskMapEntity } from "./map-entity.js";

const FAST_PROGRAM = "tsflyte-fast-execute";
const TASK_PROGRAM = "tsflyte-execute";
const MAP_PROGRAM = "tsflyte-map-execute";

/**
 * The template of a map over a task: the template of the task, with lists in its interface.
 *
 * Each container runs one item. It gets the whole lists, and the index of its item in an environment variable.
 */
export function lowerMap(map: TaskMapEntity, settings: SerializationSettings): idl.TaskTemplate {
  const { interface: declared, target, bound } = map;
  const template = lowerTask(target, settings);
  return {
    ...template,
    id: taskId(map, settings),
    interface: toIdlInterface(declared),
    taskTypeVersion: 1,
    target: mapTarget(template.target, bound),
  };
}

/** The container that runs one item of a map. */
export function lowerMapContainer(map: TaskMapEntity, settings: SerializationSettings): idl.Container {
  const container = lowerContainer(map.target, settings);
  return { ...container, args: mapArgs(container.args, map.bound) };
}

function mapTarget(target: idl.TaskTemplate["target"], bound: readonly string[]): idl.TaskTemplate["target"] {
  if (target?.$case === "container") {
    return { ...target, value: { ...target.value, args: mapArgs(target.value.args, bound) } };
  }
  if (target?.$case !== "k8sPod") return target;
  const { podSpec = {} } = target.value;
  const containers: unknown = podSpec["containers"];
  if (!Array.isArray(containers)) return target;
  const mapped = containers.map((container: unknown) => mapPodContainer(container, bound));
  return { ...target, value: { ...target.value, podSpec: { ...podSpec, containers: mapped } } };
}

// Only the primary container of a pod runs the program, so `mapArgs` leaves the others unchanged.
function mapPodContainer(container: unknown, bound: readonly string[]): unknown {
  const args = isPlainObject(container) ? container["args"] : undefined;
  return Array.isArray(args) ? { ...(container as object), args: mapArgs(args, bound) } : container;
}

/** The arguments of a task's container, changed for its map. A container that runs another program keeps its own. */
function mapArgs(args: readonly string[], bound: readonly string[]): string[] {
  const start = args[0] === FAST_PROGRAM ? args.indexOf("--") + 1 : 0;
  const [before, [program, ...others]] = [args.slice(0, start), args.slice(start)];
  if (program !== TASK_PROGRAM) return [...args];
  const end = others.indexOf("--") + 1;
  return [...before, MAP_PROGRAM, ...others.slice(0, end), "vars", bound.join(","), ...others.slice(end)];
}
