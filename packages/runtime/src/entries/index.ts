// For images and tools: the commands of containers as functions, and the process that they need around them.
export type { Command, ExitCode, Host, Interruption, Outcome } from "../command/host.js";
