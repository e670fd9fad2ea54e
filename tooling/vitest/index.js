import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// Node does not know "module", and cannot load what some packages have for bundlers there.
const conditions = ["@flytekit-ts/source", ...defaultServerConditions.filter((each) => each !== "module")];

/** Workspace packages resolve to their sources, so tests need no build; one worker process shares modules. */
export const project = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "threads",
    isolate: false,
    // Several packages are tested at once, on machines of unknown speed; a hang still ends.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is waited for comes late on a slow machine; by default it would have to come within a second.
    expect: { poll: { timeout: 20_000 } },
    reporters: ["default", ...countingReporters()],
  },
});

/**
 * With `FLYTEKIT_TEST_REPORTS` set to a directory, each package also leaves its results there as JSON, so that
 * whoever runs all packages can count tests without reading logs.
 *
 * @returns {["json", { outputFile: string }][]}
 */
function countingReporters() {
  const directory = process.env["FLYTEKIT_TEST_REPORTS"];
  if (!directory) return [];
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const name = relative(root, process.cwd()).replaceAll(/[\\/]/g, "-");
  return [["json", { outputFile: join(directory, `${name}.json`) }]];
}
