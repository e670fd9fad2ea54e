import { relative, sep } from "node:path";
import type { TaskEntity } from "./task.js";
import type { SerializationSettings } from "./settings.js";

/**
 * The words with which a container finds a task again: the module that declares it, and its name.
 *
 * The path is relative to the root and written with `/`, whatever the machine.
 */
export function loaderArgs(task: TaskEntity, { root = process.cwd() }: SerializationSettings): string[] {
  const file = task.definedAt.location?.file ?? "";
  const path = relative(root, file).split(sep).join("/");
  return ["task-module", path, "task-name", task.name];
}
