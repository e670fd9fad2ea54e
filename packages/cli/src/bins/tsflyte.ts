#!/usr/bin/env node
import { keepCompiled } from "../process/keep-compiled.js";

// Before anything else is loaded.
keepCompiled();
void import("../process/run-program.js").then(({ runProgram }) => runProgram(process.argv.slice(2)));
