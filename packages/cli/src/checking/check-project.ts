import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Problem } from "@flytekit-ts/workflow/checks";
import type { Signal } from "@flytekit-ts/core/storage";
import type { Project } from "../config/project.js";
import { modulesOf } from "../project/project-entities.js";
import { entitiesOf } from "../sources/find-entity.js";
import { checkEntities } from "./check-entities.js";
import { type CheckedProblem, problemsOfError } from "./checked-problem.js";

/** What is checked of a project. */
export interface CheckProjectOptions {
  /** Modules in place of those of the project; relative to the working directory. */
  readonly files?: readonly string[] | undefined;
  readonly cwd?: string | undefined;
  /** Profiles to check; by default all of the project, or the one that was asked for. */
  readonly profiles?: readonly (string | undefined)[] | undefined;
  /** Ends the check: it then throws the reason of the signal. */
  readonly signal?: Signal | undefined;
}

/** What a check found. */
export interface CheckedProject {
  /** In the order of files and lines; errors and warnings. */
  readonly problems: readonly CheckedProblem[];
  readonly modules: readonly string[];
  readonly entities: number;
  /** The profiles that were checked; one without a name stands for the settings beside the profiles. */
  readonly profiles: readonly (string | undefined)[];
}

/**
 * Check a project: load all modules, compile all that they export under the settings of each profile, and find all that a
 * registration would refuse or warn of. Nothing is sent, and no image is made.
 *
 * @throws `USAGE_INVALID` if there are no modules; the reason of the signal when it fires
 */
export async function checkProject(
  project: Project,
  { files = [], cwd, profiles = profilesOf(project), signal }: CheckProjectOptions = {},
): Promise<CheckedProject> {
  const modules = modulesOf(project, files, cwd);
  const unloadable: Problem[] = [];
  const entities = new Set<Entity>();
  for (const module of modules) {
    try {
      for (const { entity } of await entitiesOf(module, signal)) entities.add(entity);
    } catch (error) {
      if (!isFlytekitError(error)) throw error;
      unloadable.push(...problemsOfError(error));
    }
  }
  const found: (readonly [string | undefined, readonly Problem[]])[] = [];
  for (const profile of profiles) {
    signal?.throwIfAborted();
    found.push([profile, await checkEntities([...entities], project.withProfile(profile))]);
  }
  const problems = [...merged([[undefined, unloadable]], 1), ...merged(found, profiles.length)];
  return { problems: problems.toSorted(byPlace), modules, entities: entities.size, profiles };
}

/** The profiles that a check goes through. */
function profilesOf({ profile, profiles }: Project): readonly (string | undefined)[] {
  return profile === undefined ? [undefined, ...profiles] : [profile];
}

// A problem that is there in every profile is said once.
function merged(
  found: readonly (readonly [string | undefined, readonly Problem[]])[],
  all: number,
): readonly CheckedProblem[] {
  const byKey = new Map<string, { readonly problem: Problem; readonly profiles: Set<string> }>();
  for (const [profile, problems] of found) {
    for (const problem of problems) {
      const { code, message, location } = problem;
      const key = JSON.stringify([code, message, location]);
      const known = byKey.get(key) ?? { problem, profiles: new Set() };
      known.profiles.add(profile ?? "");
      byKey.set(key, known);
    }
  }
  return [...byKey.values()].map(({ problem, profiles }) => ({
    ...problem,
    profiles: profiles.size === all ? [] : [...profiles],
  }));
}

function byPlace({ location: a }: Problem, { location: b }: Problem): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
