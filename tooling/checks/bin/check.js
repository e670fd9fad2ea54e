#!/usr/bin/env node
// Run every check of the repository, one part after the other; the first that fails ends it.
// With FLYTEKIT_CHECK_REPORT set to a file, the outcome is also written there as JSON.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

import { repoRoot } from "../src/repo/repo-root.js";
import { parts } from "../src/run/parts.js";
import { runParts } from "../src/run/run-parts.js";

/** @param {string} script */
function runScript(script) {
  const { status, error } = spawnSync("pnpm", ["--silent", "run", script], {
    cwd: repoRoot,
    stdio: "inherit",
  });
  if (error !== undefined)
    console.error(`pnpm did not start (${error.message}); use npx --yes pnpm@12.21.0 check`);
  return status ?? 1;
}

const outcome = runParts(parts, runScript, (line) => console.log(line));
const report = process.env["FLYTEKIT_CHECK_REPORT"];
if (report) writeFileSync(report, JSON.stringify(outcome));
process.exitCode = outcome.failed === undefined ? 0 : 1;
