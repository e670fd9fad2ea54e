import { fitted, shownWidth } from "./plain-text.js";
import { guardWrites } from "./guard-writes.js";
import type { Paused } from "./paused.js";
import type { OutputStream } from "./terminal.js";

/** Draws lines, as many as there is room for. */
export type View = (most: number) => readonly string[];

/** How often it is drawn, in milliseconds. */
const EVERY = 100;
const COLUMNS = 80;
const ROWS = 24;

const screens = new WeakMap<OutputStream, Screen>();

/** The screen of a terminal. There is one, because two that draw over the same lines would garble them. */
export function screenOf(stream: OutputStream, mark: string): Screen {
  const screen = screens.get(stream) ?? new Screen(stream, mark);
  screens.set(stream, screen);
  return screen;
}

/**
 * The last lines of a terminal, which are drawn again and again, below all that is written.
 *
 * D1. Whatever is written to the terminal meanwhile, by anyone in this process, comes above them, in order and whole lines
 *     at a time.
 * D2. The cursor is never hidden, and stands below the lines: whenever the process ends, the terminal is as it should be.
 * D3. While it is paused, nothing comes but from who paused it. What is written meanwhile comes when it goes on.
 * D4. A terminal that fails harms nothing but what is shown.
 */
export class Screen {
  readonly #stream: OutputStream;
  readonly #mark: string;
  readonly #views = new Set<View>();
  /** The widths of the lines that are drawn now. */
  #drawn: readonly number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #release: (() => void) | undefined;
  #kept: string | undefined;
  #write: (text: string) => void;

  constructor(stream: OutputStream, mark: string) {
    this.#stream = stream;
    this.#mark = mark;
    this.#write = (text) => void stream.write(text);
    // A terminal that is closed says so here. There is nobody to tell.
    stream.on?.("error", () => {});
  }

  /** Draw a view, until `close`. */
  open(view: View): void {
    this.#views.add(view);
    if (this.#timer !== undefined) return;
    const guard = guardWrites(this.#stream, (text) => this.print(text));
    this.#write = guard.write;
    this.#release = guard.release;
    this.#timer = setInterval(() => this.draw(), EVERY);
    // What is drawn keeps no process alive.
    this.#timer.unref();
    this.draw();
  }

  /** Draw a view no more, and leave other lines in its place. */
  close(view: View, last: string): void {
    if (!this.#views.delete(view)) return;
    this.print(last);
    if (this.#views.size === 0 && this.#kept === undefined) this.#stop();
  }

  /** Erase what is drawn, and leave the terminal to somebody else. */
  pause(): Paused {
    if (this.#kept === undefined) this.#write(this.#erased());
    this.#drawn = [];
    this.#kept ??= "";
    return {
      write: (text) => this.#write(text),
      resume: () => {
        const kept = this.#kept ?? "";
        this.#kept = undefined;
        this.print(kept);
        if (this.#views.size === 0) this.#stop();
      },
    };
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#release?.();
    this.#release = undefined;
    this.#write = (text) => void this.#stream.write(text);
  }

  /** Write whole lines above those that are drawn. */
  print(text: string): void {
    if (this.#kept !== undefined) {
      this.#kept += text;
      return;
    }
    try {
      this.#put(text);
    } catch {
      // The terminal does not take it, and there is no other.
    }
  }

  draw(): void {
    this.print("");
  }

  // One write, so that nothing is seen of a frame that is half drawn.
  #put(text: string): void {
    const before = this.#erased() + text;
    const columns = this.#columns;
    const room = Math.max(1, (this.#stream.rows || ROWS) - 1);
    const each = Math.max(1, Math.floor(room / Math.max(1, this.#views.size)));
    const lines = [...this.#views]
      .flatMap((view) => view(each))
      .slice(0, room)
      .map((line) => fitted(line, columns - 1, this.#mark));
    this.#drawn = lines.map(shownWidth);
    this.#write(before + lines.map((line) => `${line}\n`).join(""));
  }

  // A terminal that has become narrower has broken the lines.
  #erased(): string {
    const columns = this.#columns;
    const rows = this.#drawn.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    return rows === 0 ? "" : `\u001B[${rows}A\r\u001B[J`;
  }

  get #columns(): number {
    return Math.max(2, this.#stream.columns || COLUMNS);
  }
}
