#!/usr/bin/env node
import { keepCompiled } from "../process/keep-compiled.js";

// Before anything else is loaded.
keepCompiled();
const { runProgram } = await import("../process/run-program.js");
await runProgram(process.argv.slice(2));
