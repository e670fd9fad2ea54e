import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

export default mergeConfig(project, { test: { name: "graph" } });
