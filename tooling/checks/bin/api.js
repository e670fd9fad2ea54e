#!/usr/bin/env node
// Write down what the entries of the packages offer, from what was built; with --check, compare it with what is
// written and fail where it differs.
import { checkReports } from "../src/api/check-reports.js";
import { writeReports } from "../src/api/write-reports.js";
import { repoRoot } from "../src/repo/repo-root.js";

if (process.argv.includes("--check")) {
  const problems = checkReports(repoRoot);
  if (problems.length > 0) {
    console.error(
      `${problems.join("\n\n")}\n\nIf that is meant, write a changeset, and run: npx --yes pnpm@12.21.0 api`,
    );
    process.exitCode = 1;
  }
} else {
  console.log(writeReports(repoRoot).join("\n"));
}
