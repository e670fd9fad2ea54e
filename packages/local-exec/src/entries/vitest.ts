// For vitest: the matchers for runs, with their types. Nothing of vitest is loaded.
import type { RunMatchers } from "../testing/matchers.js";

declare module "vitest" {
  interface Matchers<T> extends RunMatchers<T> {}
}

export { runMatchers } from "../testing/matchers.js";
