import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Abortable } from "./cluster-access.js";

const KNOWN: ReadonlySet<string> = new Set(["signal"]);

/** Options that hold at most a signal, checked. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN` */
export function abortable(options: Abortable, at: string): Abortable {
  assertOptions(options, KNOWN, at);
  return options;
}
