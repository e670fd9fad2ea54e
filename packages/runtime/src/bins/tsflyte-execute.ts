#!/usr/bin/env node
import { execute } from "../execute/commands.js";
import { runCommand } from "../process/run-command.js";

await runCommand(execute, process.argv.slice(2));
