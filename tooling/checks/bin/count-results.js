#!/usr/bin/env node
// count-results <directory of vitest reports> <exit code of test> <report of check> <exit code of check>
// Prints "N passed, N failed": tests, and each part of the check as one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { countParts, countTests } from "../src/run/count-results.js";

const [directory = "", testCode, checkReport = "", checkCode] = process.argv.slice(2);

const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".json")) : [];
const reports = names.map((name) => JSON.parse(readFileSync(join(directory, name), "utf8")));
const outcome = existsSync(checkReport) ? JSON.parse(readFileSync(checkReport, "utf8")) : undefined;

const tests = countTests(reports, testCode === "0");
const parts = countParts(outcome, checkCode === "0");
console.log(`${tests.passed + parts.passed} passed, ${tests.failed + parts.failed} failed`);
