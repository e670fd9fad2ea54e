import type { Logger } from "@flytekit-ts/core";
import type { RunEvent } from "../events/events.js";
import { LiveRuns } from "./live-runs.js";
import type { Paused } from "./paused.js";
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
  /** Whether only failures are told. By default everything is. */
  readonly quiet?: boolean | undefined;
  /** Whether more is told: what the cache says, and the stacks of errors. */
  readonly verbose?: boolean | undefined;
  /** The page that tells more about an error, by its code. */
  readonly pageOf?: ((code: string) => string | undefined) | undefined;
  /** The environment that says what the terminal can do. By default that of this process. */
  readonly env?: { readonly [name: string]: string | undefined } | undefined;
}

/** Options of a run that show it. One of them may serve many runs, also at the same time. */
export interface Reporter {
  readonly onEvent: (event: RunEvent) => void;
  /** Takes what a run itself has to say. What its tasks log are events, and would be shown twice. */
  readonly logger: Logger;
}

/** A reporter that can leave its terminal to somebody else for a while, such as who is asked something. */
export interface PausableReporter {
  readonly reporter: Reporter;
  /** Be silent. What comes meanwhile is kept, and told when it goes on. */
  pause(): Paused;
  /**
   * Show no run any more. What is known of those that are under way stays on the terminal, which is free for others then:
   * for when nobody is told any more how they end.
   */
  end(): void;
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
  return pausableReporter(options).reporter;
}

/** Show runs as `reporter` does, with pauses in which something else may be on the terminal. */
export function pausableReporter(options: ReporterOptions = {}): PausableReporter {
  const stream = options.stream ?? process.stderr;
  const able = abilitiesOf(stream, options.env);
  const { live = able.live, color = able.color, unicode = able.unicode } = options;
  const { quiet = false, verbose = false, pageOf } = options;
  const columns = (): number | undefined => (stream.isTTY === true ? stream.columns || undefined : undefined);
  const style = styleOf({ color, unicode, columns, verbose, pageOf });
  const lines =
    live && !quiet
      ? new LiveRuns(screenOf(stream, style.marks.more), style)
      : new PlainRuns(stream, style, quiet);
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
      if (quiet && (level === "debug" || level === "info")) return;
      safely(() => lines.say([`${level} ${plainText(message)}`]));
    };
  const onEvent = (event: RunEvent): void => {
    if (!isShownAlready(event, stream)) safely(() => lines.take(event));
  };
  const logger = { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") };
  return { reporter: { onEvent, logger }, pause: () => lines.pause(), end: () => safely(() => lines.end()) };
}

/** Whether the event is something that a task printed, where that has been passed on to the terminal of this process. */
function isShownAlready(event: RunEvent, stream: OutputStream): boolean {
  if (event.kind !== "node-logged" || (event.level !== "stdout" && event.level !== "stderr")) return false;
  return Object.is(stream, process.stderr) || Object.is(stream, process.stdout);
}
