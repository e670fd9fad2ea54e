import { fileURLToPath } from "node:url";

import { project } from "@flytekit-ts/vitest-preset";
import { keptThreadPool } from "./kept-thread.js";
import { QuickFirst } from "./quick-first.js";

export default {
  ...project,
  plugins: [
    {
      // Stryker sets a pool; this comes after it.
      name: "kept-thread",
      configureVitest({ project: { config } }) {
        config.pool = keptThreadPool.name;
        config.poolRunner = keptThreadPool;
      },
    },
  ],
  test: {
    ...project.test,
    include: [
      "src/{author-checks,backend-rules,problem}/**/*.test.ts",
      "src/compile/check-compiled.test.ts",
      "src/graph/walk-graph.test.ts",
      "src/schedules/{cron-*,ever-fires,go-duration}.test.ts",
    ],
    // They take seconds, too long for thousands of mutants.
    exclude: ["**/*-load.test.ts", "**/why-unreadable.test.ts"],
    setupFiles: [fileURLToPath(new URL("no-mutant.js", import.meta.url))],
    sequence: { sequencer: QuickFirst },
    cache: false,
    reporters: [],
  },
};
