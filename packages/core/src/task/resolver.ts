import { relative, sep } from "node:path";

import type { Entity } from "../entity/entity.js";

/**
 * The arguments with which a container finds a task again: the module that declares it, and its name.
 *
 * The module is the file that was loaded, so built JavaScript if there is a build. Its path is relative to the
 * root and is written with `/` on every operating system.
 */
export function loaderArgs(task: Entity, root: string = process.cwd()): string[] {
  const file = task.definedAt.module ?? task.definedAt.location?.file;
  const path = file === undefined ? "" : relative(root, file).split(sep).join("/");
  return ["task-module", path, "task-name", task.name];
}
