// For `flyte.config.ts`, and for programs that call the command line.
export { defineConfig } from "../config/config.js";
export type { Config, Settings } from "../config/config.js";
export { runProgram } from "../process/run-program.js";
export { main } from "../program/main.js";
export type { Host, InputStream, OutputStream } from "../command/host.js";
export { ExitCode } from "../command/exit-code.js";
export { errors as cliErrors } from "../errors.js";
