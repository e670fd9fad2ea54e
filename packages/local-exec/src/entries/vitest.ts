// For vitest: the matchers for runs, with their types. Nothing of vitest is loaded.
import type { Assertion } from "vitest";
import type { RunMatchers } from "../testing/matchers.js";
import type { RunRecord } from "../testing/run-record.js";

declare module "vitest" {
  interface Matchers<T> extends RunMatchers<T> {}
}

/** What `expect` of vitest gives for a finished run, once it is extended by `runMatchers`. */
export type RunAssertion = Assertion<RunRecord>;

export { runMatchers } from "../testing/matchers.js";
