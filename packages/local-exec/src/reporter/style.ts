import { styleText } from "node:util";

/** How lines are written: with which marks, and in which colours. */
export interface Style {
  readonly marks: Marks;
  /** A text in a colour, or as it is. */
  paint(colour: Colour, text: string): string;
  /** How many columns a line may take, if there is an end to them. */
  readonly columns: () => number | undefined;
  /** Whether stacks are shown, and what the cache says. */
  readonly verbose: boolean;
  readonly pageOf: ((code: string) => string | undefined) | undefined;
}

/** What is chosen about the style of lines. */
export interface Chosen extends Partial<Pick<Style, "columns" | "verbose" | "pageOf">> {
  readonly color: boolean;
  readonly unicode: boolean;
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

export function styleOf(chosen: Chosen): Style {
  const { color, unicode, columns = () => undefined, verbose = false, pageOf } = chosen;
  return {
    columns,
    verbose,
    pageOf,
    marks: unicode ? UNICODE : ASCII,
    paint: (colour, text) => (color ? styleText(colour, text) : text),
  };
}
