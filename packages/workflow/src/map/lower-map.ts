import type * as idl from "@flytekit-ts/models/core";
import { lowerTask, type SerializationSettings } from "@flytekit-ts/core/plugin";
import type { TaskMapEntity } from "./map-entity.js";

const PROGRAM = "tsflyte-map-execute";

/**
 * The template of a map over a task: the task's own, with lists in its interface.
 *
 * Its container runs one item: it is given the whole lists, and the index of the item in its environment.
 */
export function lowerMap(map: TaskMapEntity, settings: SerializationSettings): idl.TaskTemplate {
  const { name, interface: declared, target, bound } = map;
  const template = lowerTask({ ...target, name, interface: declared, definedAt: target.definedAt }, settings);
  return { ...template, taskTypeVersion: 1, target: mapTarget(template.target, bound, target.name) };
}

function mapTarget(
  target: idl.TaskTemplate["target"],
  bound: readonly string[],
  task: string,
): idl.TaskTemplate["target"] {
  if (target?.$case !== "container") return target;
  const [program, ...args] = target.value.args;
  if (program !== "tsflyte-execute") return target;
  const end = args.indexOf("--") + 1;
  const loader = args
    .slice(end)
    .map((word, index, words) => (words[index - 1] === "task-name" ? task : word));
  const vars = ["vars", bound.join(",")];
  return {
    ...target,
    value: { ...target.value, args: [PROGRAM, ...args.slice(0, end), ...vars, ...loader] },
  };
}
