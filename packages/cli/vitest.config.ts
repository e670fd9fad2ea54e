import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

// The project that `tsflyte init` makes is tested where it stands, too.
const include = ["template/src/**/*.test.ts"];

// By far the longest suite, and the last to begin: with one worker it ended alone, on one of two cores.
const maxWorkers = 2;

export default mergeConfig(project, {
  test: { name: "cli", include, maxWorkers, globalSetup: "test/support/generate-page.ts" },
});
