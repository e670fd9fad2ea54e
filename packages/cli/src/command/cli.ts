import type { Project } from "../config/project.js";
import type { Host } from "./host.js";
import type { GlobalValues } from "./global-values.js";
import type { Output } from "./output.js";

/** What a command works with. */
export interface Cli {
  readonly host: Host;
  readonly globals: GlobalValues;
  readonly out: Output;
  /** The project that the command is in, with its settings. Read once, when it is first asked for. */
  project(): Promise<Project>;
}
