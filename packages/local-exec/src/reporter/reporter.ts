import type { RunEvent } from "../events/events.js";
import { describeEvent } from "./describe-event.js";
import { endLines } from "./end-lines.js";
import { RunTree } from "./run-tree.js";
import { type Screen, screenOf, type View } from "./screen.js";
import { type Style, styleOf } from "./style.js";
import { abilitiesOf, type OutputStream } from "./terminal.js";
import { treeLines } from "./tree-lines.js";

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
}

interface Reported {
  readonly tree: RunTree;
  readonly view: View;
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
  return {
    onEvent: (event) => {
      try {
        lines.take(event);
      } catch {
        // The stream may be closed, or a view too narrow for words.
      }
    },
  };
}

const now = (): number => performance.now();

class LiveRuns {
  readonly #screen: Screen;
  readonly #style: Style;
  readonly #runs = new Map<string, Reported>();

  constructor(screen: Screen, style: Style) {
    this.#screen = screen;
    this.#style = style;
  }

  take(event: RunEvent): void {
    if (event.kind === "run-started") return this.#start(event);
    const run = this.#runs.get(event.runId);
    if (run === undefined) return;
    if (event.kind === "run-succeeded" || event.kind === "run-failed") {
      this.#runs.delete(event.runId);
      run.tree.end(event);
      return this.#screen.close(
        run.view,
        joined(endLines(run.tree, event, { style: this.#style, now: now() })),
      );
    }
    run.tree.take(event);
    if (event.kind === "node-logged") this.#screen.print(joined(describeEvent(event, this.#style)));
  }

  #start(event: Extract<RunEvent, { readonly kind: "run-started" }>): void {
    const tree = new RunTree(event, now);
    const view: View = (most) => treeLines(tree, { style: this.#style, now: now(), most });
    this.#runs.set(event.runId, { tree, view });
    this.#screen.open(view);
  }
}

class PlainRuns {
  readonly #stream: OutputStream;
  readonly #style: Style;
  readonly #trees = new Map<string, RunTree>();

  constructor(stream: OutputStream, style: Style) {
    this.#stream = stream;
    this.#style = style;
    stream.on?.("error", () => {});
  }

  take(event: RunEvent): void {
    if (event.kind === "run-started") this.#trees.set(event.runId, new RunTree(event, now));
    const tree = this.#trees.get(event.runId);
    if (tree === undefined) return;
    if (event.kind === "run-succeeded" || event.kind === "run-failed") {
      this.#trees.delete(event.runId);
      tree.end(event);
      return this.#write(endLines(tree, event, { style: this.#style, now: now(), plain: true }));
    }
    // The items of a map may be a hundred thousand; the map has a line at its end.
    const isHidden = "node" in event && event.kind !== "node-logged" && tree.isHidden(event);
    if (event.kind !== "run-started") tree.take(event);
    if (!isHidden) this.#write(describeEvent(event, this.#style));
  }

  #write(lines: readonly string[]): void {
    if (lines.length > 0) this.#stream.write(joined(lines));
  }
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
