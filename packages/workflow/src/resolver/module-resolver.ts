import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { attempt, type Report } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { loaderArgs, type TaskEntity, type TaskResolver } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import { allTasks } from "./all-tasks.js";

/**
 * A resolver that finds a task by the module that declares it: among the exports of the module and what they use.
 *
 * Paths are relative to `root`, by default the working directory.
 *
 * @throws `TASK_NOT_REACHABLE`, `VERSIONS_MIXED`
 */
export function moduleResolver(root = "."): TaskResolver {
  return {
    location: undefined,
    loaderArgs,
    async loadTask(args) {
      const [module, task] = [wordAfter(args, "task-module"), wordAfter(args, "task-name")];
      const exported = (await import(pathToFileURL(resolve(root, module)).href)) as Readonly<
        Record<string, unknown>
      >;
      const found = findTask(exported, task);
      if (found === undefined) throw errors.TASK_NOT_REACHABLE({ task, module });
      return found;
    },
  };
}

function wordAfter(args: readonly string[], name: string): string {
  const index = args.indexOf(name);
  return index < 0 ? "" : (args[index + 1] ?? "");
}

function findTask(exported: Readonly<Record<string, unknown>>, name: string): TaskEntity | undefined {
  // An export that this copy cannot read matters only if it may be the task.
  const unreadable: unknown[] = [];
  const report: Report = (error) => void unreadable.push(error);
  const entities = Object.values(exported).filter((each): each is Entity =>
    attempt(() => isEntity(each), false, report),
  );
  const found = entities.flatMap(allTasks).find((task) => task.name === name);
  if (found === undefined && unreadable.length > 0) throw unreadable[0];
  return found;
}
