#!/usr/bin/env node
// mutation-scores <mutation report>
// Print the score of each folder; fail when one is below the aim.
import { readFileSync } from "node:fs";

import { describeScores, folderScores, lowScores } from "../src/mutation/folder-scores.js";

const LEAST = 85;

const [report = ""] = process.argv.slice(2);
const scores = folderScores(JSON.parse(readFileSync(report, "utf8")));
console.log(describeScores(scores));
const problems = lowScores(scores, LEAST);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
