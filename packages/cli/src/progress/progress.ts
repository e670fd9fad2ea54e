import type { Logger } from "@flytekit-ts/core";
import type { RunEvent } from "@flytekit-ts/local-exec";
import { reporter } from "@flytekit-ts/local-exec/reporter";
import type { Cli } from "../command/cli.js";
import { eventJson } from "./event-json.js";

/** How a run is shown while it goes on. */
export interface Progress {
  readonly onEvent: (event: RunEvent) => void;
  readonly logger: Logger;
}

/**
 * How a command shows runs: a tree on a terminal, a line for each node elsewhere, one object for each event with `--json`,
 * and only what failed with `--quiet`.
 */
export function progressOf({ out, host, globals }: Cli): Progress {
  if (out.isJson) {
    const onEvent = (event: RunEvent): void => out.object(eventJson(event));
    return { onEvent, logger: loggerTo((level, message) => out.object({ kind: "note", level, message })) };
  }
  const color = globals.color === undefined ? {} : { color: globals.color };
  return reporter({ stream: host.stderr, ...color });
}

function loggerTo(say: (level: string, message: string) => void): Logger {
  const log =
    (level: string) =>
    (message: string, fields?: object): void => {
      // What a task logs is an event already.
      if (fields === undefined || !("node" in fields)) say(level, message);
    };
  return { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") };
}
