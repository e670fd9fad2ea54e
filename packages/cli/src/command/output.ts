/** JSON as `--json` prints it. Unlike a value of a task, it may have members that are undefined, which are left out. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: "left" | "right" | undefined;
  /** What gives way first where the terminal is narrow: a column with a higher number before others. */
  readonly gives?: number | undefined;
}

/** A colour or weight of text; it says nothing where colours are off. */
export type Paint = "red" | "green" | "yellow" | "cyan" | "dim" | "bold";

/** What a stream can show. */
export interface Screen {
  /** Whether lines can be drawn over. */
  readonly live: boolean;
  readonly color: boolean;
  /** Whether other characters than ASCII can be shown. */
  readonly unicode: boolean;
}

/**
 * How a command speaks. People get text: results on standard output, all else on standard error. Programs (`--json`) get
 * one object a line on standard output, and nothing else there.
 */
export interface Output {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  /** Whether somebody sits there who can be asked: standard input and standard error are terminals, and it is not `--json`. */
  readonly canAsk: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** What standard error can show, for what is drawn there while a command is at work. */
  readonly screen: Screen;
  paint(how: Paint, text: string): string;
  /** What the command was asked for, on standard output. Not with `--json`. */
  print(text: string): void;
  /** A document on standard output as it is, such as a script or a picture. Not with `--json`. */
  write(text: string): void;
  /** One object on standard output, with `--json` only. */
  object(value: { readonly [key: string]: JsonValue | undefined }): void;
  /**
   * A table on standard output. Not with `--json`. On a terminal that is too narrow, columns that give way are written
   * over several lines; if that is not enough, each row is written as a list. Nothing of other columns is ever cut.
   */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void;
  /** What happens meanwhile, on standard error. Not with `--quiet` and `--json`. */
  note(text: string): void;
  /** What somebody should know though all went on, on standard error. */
  warn(text: string): void;
  /** An error with its code, place and hint: on standard error, or with `--json` as an object on standard output. */
  error(error: unknown): void;
}
