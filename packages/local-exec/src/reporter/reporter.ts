import type { Logger } from "@flytekit-ts/core";
import type { RunEvent } from "../events/events.js";
import { LiveRuns } from "./live-runs.js";
import { plainText } from "./plain-text.js";
import { PlainRuns } from "./plain-runs.js";
import { screenOf } from "./screen.js";
import { styleOf } from "./style.js";
import { abilitiesOf, type OutputStream } from "./terminal.js";

/** Where and how a run is shown. What is left out is seen from the stream and the environment. */
export interface ReporterOptions {
  /** By default standard error, so that the program's own output stays clean. */
  readonly stream?: OutputStream | undefined;
  /** Whether lines are drawn over, or only added. By default, if the stream is a terminal and `CI` is not set. */
  readonly live?: boolean | undefined;
  /** Whether there are colours. By default on a terminal; `NO_COLOR` and `FORCE_COLOR` have their say. */
  readonly color?: boolean | undefined;
  /** Whether other characters than ASCII may be used. */
  readonly unicode?: boolean | undefined;
}

/** Options of a run that show it. One of them may serve many runs, also at the same time. */
export interface Reporter {
  readonly onEvent: (event: RunEvent) => void;
  /** Takes what a run itself has to say. What its tasks log are events, and would be shown twice. */
  readonly logger: Logger;
}

/**
 * Show runs on a terminal: a tree of the nodes that are under way, drawn again as they go on, and at the end what failed,
 * with the author's line. Without a terminal it writes a line for each node.
 *
 * It never harms a run: what goes wrong while something is shown is not shown.
 *
 * @example
 * ```ts
 * await runLocal(wf, inputs, { ...reporter() });
 * ```
 */
export function reporter(options: ReporterOptions = {}): Reporter {
  const stream = options.stream ?? process.stderr;
  const able = abilitiesOf(stream);
  const { live = able.live, color = able.color, unicode = able.unicode } = options;
  const style = styleOf({ color, unicode });
  const lines = live ? new LiveRuns(screenOf(stream, style.marks.more), style) : new PlainRuns(stream, style);
  const safely = (work: () => void): void => {
    try {
      work();
    } catch {
      // The stream may be closed, or a view too narrow for words.
    }
  };
  const log =
    (level: string) =>
    (message: string, fields?: object): void => {
      // Messages of tasks have the path of their node.
      if (fields !== undefined && "node" in fields) return;
      safely(() => lines.say([`${level} ${plainText(message)}`]));
    };
  return {
    onEvent: (event) => {
      if (!isShownAlready(event, stream)) safely(() => lines.take(event));
    },
    logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
  };
}

/** Whether the event is something that a task printed, where that has been passed on to the terminal of this process. */
function isShownAlready(event: RunEvent, stream: OutputStream): boolean {
  if (event.kind !== "node-logged" || (event.level !== "stdout" && event.level !== "stderr")) return false;
  return Object.is(stream, process.stderr) || Object.is(stream, process.stdout);
}
