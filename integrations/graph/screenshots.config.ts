import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

const globalSetup = "../../packages/cli/test/support/generate-page.ts";

// Makes the pictures of the guide again: `npx --yes pnpm@12.21.0 --filter @flytekit-ts/integration-graph screenshots`.
export default mergeConfig(project, {
  test: { name: "screenshots", globalSetup, include: ["test/screenshots.ts"] },
});
