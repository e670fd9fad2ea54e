import { fileURLToPath } from "node:url";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Runs in packages/workflow.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: [
    "src/check/**/*.ts",
    "src/launch-plan/{cron-*,ever-fires,go-duration}.ts",
    "!src/**/*.test.ts",
    // It counts to millions, which takes a minute each time if every count is watched.
    "!src/check/why-unreadable.ts",
  ],
  testRunner: "vitest",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  vitest: { configFile: here("vitest.config.js"), related: false },
  coverageAnalysis: "perTest",
  concurrency: 1,
  // Types are another command's; without a configuration nothing is rewritten for the sandbox.
  tsconfigFile: "none.json",
  tempDirName: here("out/sandbox"),
  cleanTempDir: "always",
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: here("out/report.json") },
  warnings: { slow: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
