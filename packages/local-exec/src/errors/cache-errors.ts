import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of the cache: a part of the catalogue. */
export const cacheErrors = defineErrors({
  CACHE_UNUSABLE: {
    origin: "system",
    message: (p: { dir: string; problem: string }) =>
      `The cache in ${JSON.stringify(p.dir)} cannot be used: ${p.problem}.`,
    hint: 'Give the run a folder that it may write to, with `cache: { dir: "..." }`, or free space on its disk.',
  },
  CACHE_VERSION_STALE: {
    origin: "user",
    message: (p: { task: string; version: string }) =>
      `The function of task ${p.task} is not the one whose result the cache has, but its cache version is still ${JSON.stringify(p.version)}.`,
    hint: 'Give the task a new `cache.version` if its results differ now, or let `version: "auto"` follow the function.',
  },
});
