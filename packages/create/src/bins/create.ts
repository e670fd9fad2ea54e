#!/usr/bin/env node
import { runProgram } from "@flytekit-ts/cli/program";

await runProgram(["init", ...process.argv.slice(2)]);
