import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { allTasks } from "@flytekit-ts/workflow/serialize";
import { errors } from "../errors.js";

/** What a bundle declares, as it is registered and as a container finds it. */
export interface LoadedBundle {
  /** The folder of the bundle: the `root` of the settings with which its entities are serialized. */
  readonly root: string;
  /** The entities that it exports, by the names of the exports. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** Every task that they use, at any depth. */
  readonly tasks: readonly TaskEntity[];
}

/**
 * Imports a bundle that was written by `writeBundle`, to register it.
 *
 * The module of its tasks is then the bundle, which is all that a container has. Messages show the lines of the sources.
 *
 * @throws `BUNDLE_ENTRY_INVALID` if it exports no entity, `BUNDLE_TASK_TWICE`; what its modules and workflows throw.
 */
export async function loadBundle(file: string): Promise<LoadedBundle> {
  const path = resolve(file);
  const exported = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  const entities = new Map(Object.entries(exported).flatMap(entitiesIn));
  if (entities.size === 0)
    throw errors.BUNDLE_ENTRY_INVALID({
      what: "The entry of the bundle",
      problem: `exports no task, workflow or launch plan, only ${Object.keys(exported).join(", ")}`,
      advice: "Export the workflows and tasks from it, or bundle the module that does.",
    });
  const tasks = [...new Set([...entities.values()].flatMap(allTasks))];
  for (const task of tasks) assertOnce(task, tasks);
  return { root: dirname(path), entities, tasks };
}

/** The entities of an export: itself, or what a module of CommonJS exports, which a bundle has as one object. */
function entitiesIn([name, value]: readonly [string, unknown]): readonly (readonly [string, Entity])[] {
  if (isEntity(value)) return [[name, value]];
  const number = /^default((?:_\d+)?)$/.exec(name)?.[1];
  if (number === undefined || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([member, each]) =>
    isEntity(each) ? [[`${member}${number}`, each]] : [],
  );
}

function assertOnce(task: TaskEntity, tasks: readonly TaskEntity[]): void {
  const same = tasks.filter(({ name }) => name === task.name);
  if (same.length < 2) return;
  const places = same.map(({ definedAt: { location } }) =>
    location === undefined ? "an unknown place" : `${location.file}:${location.line}:${location.column}`,
  );
  throw errors.BUNDLE_TASK_TWICE({ task: task.name, places });
}
