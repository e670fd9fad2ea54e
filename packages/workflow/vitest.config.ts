import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

// The tests of this package take as long as those of all others together; one worker would leave a processor idle.
export default mergeConfig(project, { test: { name: "workflow", maxWorkers: 2 } });
