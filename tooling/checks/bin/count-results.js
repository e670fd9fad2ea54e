#!/usr/bin/env node
// count-results <directory of vitest reports> <exit code of test> <report of check> <exit code of check> \
//   <report of interop> <exit code of interop>
// Prints "N passed, N failed": tests, each part of the check as one, and interop as one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { countInterop, countParts, countTests } from "../src/run/count-results.js";

const [directory = "", testCode, checkReport = "", checkCode, interopReport = "", interopCode] =
  process.argv.slice(2);

const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".json")) : [];
const reports = names.map((name) => JSON.parse(readFileSync(join(directory, name), "utf8")));
/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

const tests = countTests(reports, testCode === "0");
const parts = countParts(read(checkReport), checkCode === "0");
const interop = countInterop(read(interopReport), interopCode === "0");
const counts = [tests, parts, interop];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
