import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { loaderArgs, type TaskEntity } from "@flytekit-ts/core/tasks";
import type { TaskAddress } from "./protocol/messages.js";

/** How a worker finds a task: as a container does, with the working directory as the root. */
export function addressOf(task: TaskEntity, root: string = process.cwd()): TaskAddress {
  return { root, args: loaderArgs(task, root) };
}

/** The file of the module that declares a task. */
export function moduleOf({ definedAt }: TaskEntity): string {
  return definedAt.module ?? definedAt.location?.file ?? "";
}

/** Why nobody can load the module of a task, if that is known before trying. */
export function problemOfModule(task: TaskEntity): string | undefined {
  const module = moduleOf(task);
  if (!isAbsolute(module) || !existsSync(module))
    return "it is declared in code that is no file, so nothing else can load it";
  return undefined;
}
