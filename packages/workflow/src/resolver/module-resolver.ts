import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { attempt, type Report } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { isTask, loaderArgs, type TaskEntity, type TaskResolver } from "@flytekit-ts/core/tasks";
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

// What a module of CommonJS exports is one object for whoever imports it; a bundle of several has several, with numbers.
const COMMON_JS = /^default(?:_\d+)?$/;

function membersOf(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function findTask(exported: Readonly<Record<string, unknown>>, name: string): TaskEntity | undefined {
  // An export that this copy cannot read, or whose body fails, matters only if it may lead to the task.
  const faults: unknown[] = [];
  const report: Report = (error) => void faults.push(error);
  const entities = Object.entries(exported)
    .flatMap(([at, each]) => [each, ...(COMMON_JS.test(at) ? membersOf(each) : [])])
    .filter((each): each is Entity => attempt(() => isEntity(each), false, report));
  const isWanted = (entity: Entity): entity is TaskEntity => isTask(entity) && entity.name === name;
  // Most tasks are exports themselves: for them no body of a workflow has to run.
  const found =
    entities.find(isWanted) ??
    entities.flatMap((each) => attempt(() => allTasks(each), [], report)).find(isWanted);
  if (found === undefined && faults.length > 0) throw faults[0];
  return found;
}
