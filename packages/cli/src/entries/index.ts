// For `flyte.config.ts`, and for programs that call the command line.
export { defineConfig } from "../config/config.js";
export type { Config, Settings } from "../config/config.js";
export { main } from "../program/main.js";
export type { Host, InputStream, OutputStream } from "../command/host.js";
export { ExitCode } from "../command/exit-code.js";
export { errors as cliErrors } from "../errors.js";
export { flagsOf } from "../inputs/input-flags.js";
export type { Asked, InputField, InputFlag } from "../inputs/input-flags.js";
export { readInputs } from "../inputs/read-inputs.js";
export type { ReadInputs, ReadOptions } from "../inputs/read-inputs.js";
export type { SplitOptions } from "../inputs/split-words.js";
