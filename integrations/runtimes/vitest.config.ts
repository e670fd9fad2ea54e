import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

// One file after the other: both install the runtimes, if they are not here yet.
export default mergeConfig(project, { test: { name: "runtimes", fileParallelism: false } });
