import { elapsed } from "../clock/elapsed.js";
import type { RunEvent } from "../events/events.js";
import { describeEvent } from "./describe-event.js";
import { endLines } from "./end-lines.js";
import { RunTree } from "./run-tree.js";
import type { Paused } from "./paused.js";
import type { Screen, View } from "./screen.js";
import type { Style } from "./style.js";
import { treeLines } from "./tree-lines.js";
import { joined } from "./words.js";

interface Reported {
  readonly tree: RunTree;
  readonly view: View;
}

/** So many lines stay of a run that is under way. */
const MOST = 40;

/** Runs that are drawn on a terminal as they go on. */
export class LiveRuns {
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
        joined(endLines(run.tree, event, { style: this.#style, now: elapsed() })),
      );
    }
    run.tree.take(event);
    if (event.kind === "node-logged" || event.kind.startsWith("cache-"))
      this.say(describeEvent(event, this.#style));
  }

  say(lines: readonly string[]): void {
    this.#screen.print(joined(lines));
  }

  pause(): Paused {
    return this.#screen.pause();
  }

  /** Draw no run any more. What was drawn last stays. */
  end(): void {
    const drawing = { style: this.#style, now: elapsed(), most: MOST };
    for (const { tree, view } of this.#runs.values())
      this.#screen.close(view, joined(treeLines(tree, drawing)));
    this.#runs.clear();
  }

  #start(event: Extract<RunEvent, { readonly kind: "run-started" }>): void {
    const tree = new RunTree(event, elapsed);
    const view: View = (most) => treeLines(tree, { style: this.#style, now: elapsed(), most });
    this.#runs.set(event.runId, { tree, view });
    this.#screen.open(view);
  }
}
