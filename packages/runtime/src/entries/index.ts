// For images and tools: the commands of containers as functions, and the process that they need around them.
export type { Command, ExitCode, Host, Interruption, Outcome } from "../command/host.js";
export { execute, mapExecute } from "../execute/commands.js";
export { bringCode } from "../fast/bring-code.js";
export type { CodeToBring } from "../fast/bring-code.js";
export { runFast } from "../fast/run-fast.js";
export type { FastParts } from "../fast/run-fast.js";
export { runCommand } from "../process/run-command.js";
export type { Ending } from "../process/guard-signals.js";
export { errors as runtimeErrors } from "../errors.js";
