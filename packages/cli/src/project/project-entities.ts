import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Signal } from "@flytekit-ts/core/storage";
import type { Project } from "../config/project.js";
import { errors } from "../errors.js";
import { entitiesOf } from "../sources/find-entity.js";
import type { FoundEntity } from "../sources/found-entity.js";

/** An entity that a module of a project exports. */
export interface ProjectEntity extends FoundEntity {
  /** The module, absolute. */
  readonly file: string;
}

/** The modules of a project that says none, if they are there. */
export const USUAL_MODULES = [
  "src/workflows.ts",
  "src/index.ts",
  "workflows.ts",
  "src/workflows.js",
  "src/index.js",
];

/**
 * The modules of a project, absolute: those that somebody named, else those of its settings, else the usual one.
 *
 * @throws `USAGE_INVALID` if there is none
 */
export function modulesOf(
  project: Project,
  files: readonly string[] = [],
  cwd = project.folder,
): readonly string[] {
  if (files.length > 0) return [...new Set(files.map((each) => resolve(cwd, each)))];
  const own = ownModules(project);
  if (own !== undefined) return own;
  throw errors.USAGE_INVALID({
    command: "tsflyte",
    problem: "no files are named, and flyte.config.ts names no modules",
    advice: 'Name files after the command, or give `modules: ["src/workflows.ts"]` in flyte.config.ts.',
  });
}

/** The modules of a project where nobody names files, if it has any. */
export function ownModules({ settings, folder }: Project): readonly string[] | undefined {
  const { modules = [] } = settings;
  if (modules.length > 0) return [...new Set(modules)];
  const usual = USUAL_MODULES.map((each) => join(folder, each)).find((each) => existsSync(each));
  return usual === undefined ? undefined : [usual];
}

/**
 * All entities that the modules of a project export, in the order of the modules, and of one module in the order of their
 * declarations.
 *
 * @throws `SOURCE_UNLOADABLE`, `USAGE_INVALID`; the reason of the signal when it fires
 */
export async function projectEntities(
  project: Project,
  files: readonly string[] = [],
  cwd = project.folder,
  signal?: Signal,
): Promise<readonly ProjectEntity[]> {
  const found: ProjectEntity[] = [];
  const seen = new Set<unknown>();
  for (const file of modulesOf(project, files, cwd)) {
    for (const each of await entitiesOf(file, signal)) {
      // A module may export what another one declares.
      if (seen.has(each.entity)) continue;
      seen.add(each.entity);
      found.push({ ...each, file });
    }
  }
  return found;
}
