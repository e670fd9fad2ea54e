// For authors and command lines that show runs on a terminal.
export { pausableReporter, reporter } from "../reporter/reporter.js";
export { nameOf as displayNameOf } from "../reporter/name-of.js";
export type { Paused } from "../reporter/paused.js";
export type { PausableReporter, Reporter, ReporterOptions } from "../reporter/reporter.js";
export type { OutputStream } from "../reporter/terminal.js";
