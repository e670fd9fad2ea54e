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
    "src/{author-checks,backend-rules,problem}/**/*.ts",
    "src/compile/check-compiled.ts",
    "src/graph/walk-graph.ts",
    "src/schedules/{cron-*,ever-fires,go-duration}.ts",
    "!src/**/*.test.ts",
    // Their loops count to millions, or go on for ever with a mutant: half a minute each.
    "!src/backend-rules/{parts/why-unreadable,scopes/cycles-of}.ts",
  ],
  testRunner: "vitest",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  vitest: { configFile: here("vitest.config.js"), related: false },
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 2000,
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
