/**
 * Runs the tests of the types against the declarations of the last build instead of ones made on the spot:
 * `vitest run --config test/types/built.config.ts`, after `build`.
 */
import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

export default mergeConfig(project, {
  test: { name: "built types", maxWorkers: 2, env: { FLYTEKIT_TYPES_FROM: "dist" } },
});
