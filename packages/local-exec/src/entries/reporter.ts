// For authors and command lines that show runs on a terminal.
export { reporter } from "../reporter/reporter.js";
export type { Reporter, ReporterOptions } from "../reporter/reporter.js";
export type { OutputStream } from "../reporter/terminal.js";
