#!/usr/bin/env node
// Say what the pending changesets would release; fail when a changed package has none.
import { changesetStatus } from "../src/changes/changeset-status.js";
import { repoRoot } from "../src/repo/repo-root.js";

const { problems, releases } = await changesetStatus(
  process.argv[2] ?? repoRoot,
  process.env["CHANGESET_BASE"],
);

console.log(
  releases.length === 0
    ? "No release is pending."
    : `Pending:\n${releases.map((each) => `  ${each}`).join("\n")}`,
);
if (problems.length > 0) {
  console.error(
    `${problems.join("\n")}\nDescribe the change for its users: npx --yes pnpm@12.21.0 changeset`,
  );
  process.exitCode = 1;
}
