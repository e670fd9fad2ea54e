import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

// The project that `tsflyte init` makes is tested where it stands, too.
const include = ["template/src/**/*.test.ts"];

export default mergeConfig(project, {
  test: { name: "cli", include, globalSetup: "test/support/generate-page.ts" },
});
