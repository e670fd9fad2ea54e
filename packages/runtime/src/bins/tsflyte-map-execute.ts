#!/usr/bin/env node
import { mapExecute } from "../execute/commands.js";
import { runCommand } from "../process/run-command.js";

await runCommand(mapExecute, process.argv.slice(2));
