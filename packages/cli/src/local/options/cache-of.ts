import type { LocalOptions } from "@flytekit-ts/local-exec";
import type { Project } from "../../config/project.js";
import type { LocalGiven } from "./given.js";

/** The cache of a run. As in flytekit, results are kept unless somebody says otherwise. */
export function cacheOf(
  { settings, cacheFolder: dir }: Project,
  given: Partial<Pick<LocalGiven, "cache" | "overwrite-cache">> = {},
): LocalOptions["cache"] {
  const overwrite = given["overwrite-cache"];
  if (!(given.cache ?? (overwrite === true || settings.cache !== false))) return false;
  return { ...(dir === undefined ? {} : { dir }), ...(overwrite === undefined ? {} : { overwrite }) };
}
