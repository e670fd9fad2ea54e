/** Documentation of a task or workflow: one line, or a line and more. */
export type Docs =
  | string
  | {
      readonly short?: string | undefined;
      readonly long?: string | undefined;
      /** How `long` is written; Markdown by default. */
      readonly format?: "markdown" | "html" | "rst" | undefined;
      /** Where the source or more documentation is. */
      readonly link?: string | undefined;
    };
