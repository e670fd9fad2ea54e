#!/usr/bin/env node
// Write down what crosses copies of the packages, from the reports of their entries. With --unreleased, forms may
// change under the number that they had: no release has this number yet.
import { recordFile, writeContract } from "../src/contract/contract-record.js";
import { repoRoot } from "../src/repo/repo-root.js";

const problems = writeContract(repoRoot, process.argv.includes("--unreleased"));
console.log(problems.length === 0 ? recordFile : problems.join("\n"));
process.exitCode = problems.length === 0 ? 0 : 1;
