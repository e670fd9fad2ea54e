import { upperFirst } from "../../words/upper-first.js";
import { defineError } from "../define-errors.js";

// The errors of cache settings.

export const CACHE_VERSION_MISSING = defineError("CACHE_VERSION_MISSING", {
  origin: "user",
  message: (p: { at: string }) => `${upperFirst(p.at)} is cached, but its cache has no version.`,
  hint: 'Give `cache: { version: "1" }` and change the version whenever the result would change.',
});

export const CACHE_VERSION_UNRESOLVED = defineError("CACHE_VERSION_UNRESOLVED", {
  origin: "user",
  message: (p: { task: string; problem: string }) =>
    `The cache version of task ${p.task} is "auto", and it cannot be computed: ${p.problem}.`,
  hint: "Install esbuild beside `@flytekit-ts/local-exec`, pass `cacheVersion: cacheVersionOf` of it to `serialize`, or write the version yourself.",
});
