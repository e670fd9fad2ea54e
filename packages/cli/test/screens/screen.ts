/** What a person types in a terminal, of which the test keeps what is then to be seen. */
export interface Screen {
  /** The name of its files in `golden`. */
  readonly name: string;
  /** The line, as it is typed into a shell. */
  readonly line: string;
  /** The folder that it is typed in; by default the garden, a project with tasks and workflows. */
  readonly place?: "garden" | "faulty" | "empty" | undefined;
  /** Lines that are typed before, of which nothing is kept. */
  readonly before?: readonly string[] | undefined;
  /** The cluster that is there: one for all screens, or one of its own for what changes something there. */
  readonly cluster?: "shared" | "own" | undefined;
  /** What is pressed when a text is to be seen, one after the other. */
  readonly answers?: readonly { readonly to: string; readonly keys: readonly string[] }[] | undefined;
  /** Look while the command is still at work, when this is to be seen. */
  readonly until?: string | undefined;
  /** The columns that it is looked at with colours: by default 80. */
  readonly coloured?: readonly number[] | undefined;
  /** Whether it prints a document for programs, whose lines are as long as they are. */
  readonly isDocument?: boolean | undefined;
}

/** The columns that screens are looked at with. */
export const WIDTHS = [60, 80, 140] as const;
