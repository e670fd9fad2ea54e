import type { Host } from "../command/host.js";
import { newSession } from "../program/session.js";
import { outputOf } from "../terminal/output-of.js";

/** Tell of an error that no command can tell of, as the command line asks for. */
export function tell(error: unknown, argv: readonly string[], host: Host): void {
  outputOf(newSession(argv, host).globals, host).error(error);
}
