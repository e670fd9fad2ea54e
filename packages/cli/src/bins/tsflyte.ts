#!/usr/bin/env node
import { runProgram } from "../process/run-program.js";

await runProgram(process.argv.slice(2));
