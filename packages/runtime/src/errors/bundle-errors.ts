import { defineErrors } from "@flytekit-ts/core/errors";

/** A module of a bundle, or what it imports, in words, and what to do about it. */
export interface Faulty {
  readonly what: string;
  readonly problem: string;
  readonly advice: string;
}

const bundleFault = {
  origin: "user",
  message: ({ what, problem }: Faulty) => `${what} ${problem}.`,
  hint: ({ advice }: Faulty) => advice,
} as const;

/** The errors of making and loading bundles: a part of the catalogue. */
export const bundleErrors = defineErrors({
  BUNDLER_ABSENT: {
    origin: "user",
    message: () => "Bundling takes rolldown, which cannot be loaded.",
    hint: "Install it beside `@flytekit-ts/runtime`: `npm install --save-dev rolldown`. Images do not need it.",
  },
  BUNDLE_ENTRY_INVALID: bundleFault,
  BUNDLE_FILE_UNSUPPORTED: bundleFault,
  BUNDLE_IMPORT_COMPUTED: bundleFault,
  BUNDLE_IMPORT_UNRESOLVED: bundleFault,
  BUNDLE_NATIVE_MISSING: bundleFault,
  BUNDLE_PATH_MOVED: bundleFault,
  BUNDLE_SYNTAX_INVALID: bundleFault,
  BUNDLE_TASK_TWICE: {
    origin: "user",
    message: (p: { task: string; places: readonly string[] }) =>
      `A bundle has two tasks called ${p.task}: ${p.places.join(" and ")}.`,
    hint: "Give each task a name of its own: a bundle is one module, in which a container finds a task by its name.",
  },
});
