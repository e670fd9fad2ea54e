import { elapsed } from "../clock/elapsed.js";
import type { RunEvent } from "../events/events.js";
import { describeEvent } from "./describe-event.js";
import { endLines } from "./end-lines.js";
import { RunTree } from "./run-tree.js";
import type { Paused } from "./paused.js";
import type { Style } from "./style.js";
import type { OutputStream } from "./terminal.js";
import { joined } from "./words.js";

/** Runs that are told line by line, where nothing can be drawn over. */
export class PlainRuns {
  readonly #stream: OutputStream;
  readonly #style: Style;
  readonly #isQuiet: boolean;
  readonly #trees = new Map<string, RunTree>();
  /** What comes while it is silent. */
  #kept: string[] | undefined;

  constructor(stream: OutputStream, style: Style, isQuiet = false) {
    this.#stream = stream;
    this.#style = style;
    this.#isQuiet = isQuiet;
    stream.on?.("error", () => {});
  }

  take(event: RunEvent): void {
    if (event.kind === "run-started") this.#trees.set(event.runId, new RunTree(event, elapsed));
    const tree = this.#trees.get(event.runId);
    if (tree === undefined) return;
    if (event.kind === "run-succeeded" || event.kind === "run-failed") {
      this.#trees.delete(event.runId);
      tree.end(event);
      if (this.#isQuiet && event.kind === "run-succeeded") return;
      return this.say(endLines(tree, event, { style: this.#style, now: elapsed(), plain: true }));
    }
    // The items of a map may be a hundred thousand; the map has a line at its end.
    const isHidden = "node" in event && event.kind !== "node-logged" && tree.isHidden(event);
    if (event.kind !== "run-started") tree.take(event);
    if (!isHidden && !this.#isQuiet) this.say(describeEvent(event, this.#style));
  }

  say(lines: readonly string[]): void {
    if (lines.length === 0) return;
    if (this.#kept === undefined) this.#stream.write(joined(lines));
    else this.#kept.push(...lines);
  }

  /** Tell of no run any more. */
  end(): void {
    this.#trees.clear();
  }

  pause(): Paused {
    this.#kept ??= [];
    return {
      write: (text) => void this.#stream.write(text),
      resume: () => {
        const kept = this.#kept ?? [];
        this.#kept = undefined;
        this.say(kept);
      },
    };
  }
}
