import { isAbsolute, relative, sep } from "node:path";

import type { Entity } from "../entity/entity.js";

/**
 * The arguments with which a container finds a task again: the module that declares it, and its name.
 *
 * The module is the file that was loaded, so built JavaScript if there is a build. Its path is relative to the
 * root and is written with `/` on every operating system.
 */
export function loaderArgs(task: Entity, root: string = process.cwd()): string[] {
  const file = task.definedAt.module ?? task.definedAt.location?.file;
  const path = file === undefined ? "" : pathBelow(root, file);
  return ["task-module", path.split(sep).join("/"), "task-name", task.name];
}

function pathBelow(root: string, file: string): string {
  const path = relative(root, file);
  if (!isOutside(path)) return path;
  // The runtime tells the real path of a module, and `root` may lead through a link.
  const real = relative(realPath(root), realPath(file));
  return isOutside(real) ? path : real;
}

function isOutside(path: string): boolean {
  return isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`);
}

// What is no file of this machine keeps its name.
function realPath(path: string): string {
  try {
    // Loaded only here, since importing `node:fs` is slow (docs/benchmarks.md).
    return process.getBuiltinModule("node:fs").realpathSync(path);
  } catch {
    return path;
  }
}
