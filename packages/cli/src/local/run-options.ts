import type { LocalOptions } from "@flytekit-ts/local-exec";
import type { Project } from "../config/project.js";
import type { FoundEntity } from "../sources/found-entity.js";
import { labelsOf } from "./kept/labels.js";
import { cacheOf } from "./options/cache-of.js";

/**
 * The options with which `tsflyte run` starts a run of an entity of a project: with its storage and cache, and kept in its folder
 * of runs, where `tsflyte runs` finds it and knows how to go on. They are for `startLocal` and `runLocal`.
 */
export function runOptions(
  project: Project,
  found: FoundEntity & { readonly file: string },
): Pick<LocalOptions, "storage" | "cache" | "journal" | "journaling" | "labels"> {
  return {
    storage: project.settings.storage,
    cache: cacheOf(project),
    journal: project.runsFolder,
    journaling: "optional",
    labels: labelsOf(found),
  };
}
