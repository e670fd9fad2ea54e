import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

const globalSetup = "../../packages/cli/test/support/generate-page.ts";

export default mergeConfig(project, { test: { name: "graph", globalSetup } });
