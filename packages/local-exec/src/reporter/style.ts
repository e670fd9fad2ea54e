import { styleText } from "node:util";

/** How lines are written: with which marks, and in which colours. */
export interface Style {
  readonly marks: Marks;
  /** A text in a colour, or as it is. */
  paint(colour: Colour, text: string): string;
}

export type Colour = "red" | "green" | "yellow" | "cyan" | "dim" | "bold";

interface Marks {
  readonly succeeded: string;
  readonly failed: string;
  readonly skipped: string;
  readonly retrying: string;
  readonly waiting: string;
  readonly more: string;
  readonly bar: string;
  readonly running: readonly string[];
}

const UNICODE: Marks = {
  succeeded: "✓",
  failed: "✗",
  skipped: "-",
  retrying: "↻",
  waiting: "◌",
  more: "…",
  bar: "│",
  running: "⠋ ⠙ ⠹ ⠸ ⠼ ⠴ ⠦ ⠧ ⠇ ⠏".split(" "),
};

const ASCII: Marks = {
  succeeded: "+",
  failed: "x",
  skipped: "-",
  retrying: "~",
  waiting: "?",
  more: "...",
  bar: "|",
  running: ["|", "/", "-", "\\"],
};

export function styleOf({ color, unicode }: { readonly color: boolean; readonly unicode: boolean }): Style {
  return {
    marks: unicode ? UNICODE : ASCII,
    paint: (colour, text) => (color ? styleText(colour, text) : text),
  };
}
