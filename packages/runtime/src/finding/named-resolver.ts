import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { attempt } from "@flytekit-ts/core/errors";
import { isEntity } from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { Resolver } from "./resolver.js";

type Exported = Readonly<Record<string, unknown>>;

/**
 * Finds a task by the module that declares it and its name: among the exports of the module, and what they use.
 *
 * Paths of modules are relative to the first root that has such a file.
 */
export function namedResolver(roots: readonly string[]): Resolver {
  return {
    async loadTask(args) {
      const [module, name] = [wordAfter(args, "task-module"), wordAfter(args, "task-name")];
      if (module === undefined || name === undefined) throw notNamed(args);
      const root = roots.find((each) => existsSync(resolve(each, module))) ?? ".";
      const file = resolve(root, module);
      const exported = (await import(pathToFileURL(file).href)) as Exported;
      return (
        Object.values(exported).find((each) => isNamedTask(each, name)) ??
        plainValue(exported, name) ??
        // Loaded only here: few tasks are found through what calls them.
        (await import("@flytekit-ts/workflow/serialize")).moduleResolver(root).loadTask(args)
      );
    },
  };
}

function wordAfter(args: readonly string[], name: string): string | undefined {
  const index = args.indexOf(name);
  return index < 0 ? undefined : args[index + 1];
}

function notNamed(args: readonly string[]): Error {
  const problem = 'they are not "task-module <path> task-name <name>"';
  return errors.TASK_NOT_LOADED({ at: `of the arguments ${JSON.stringify(args)}`, problem });
}

function isNamedTask(value: unknown, name: string): boolean {
  // An export that cannot be read is another one, or the search below tells what is wrong with it.
  return attempt(
    () => isTask(value) && value.name === name,
    false,
    () => {},
  );
}

/** What is exported under the very name, and is no entity: a function for which the author forgot `task(...)`, or data. */
function plainValue(exported: Exported, name: string): unknown {
  const value = Object.hasOwn(exported, name) ? exported[name] : undefined;
  return value !== undefined &&
    !attempt(
      () => isEntity(value),
      true,
      () => {},
    )
    ? value
    : undefined;
}
