import type { UrlLike } from "../../../types/kinds/handles.js";

/** What a shell task has and other tasks have not. */
export interface ShellOptions {
  /**
   * The script. `{inputs.name}`, `{outputs.name}` and `{ctx.executionId}`, `{ctx.attempt}`, `{ctx.workingDirectory}` stand for
   * shell variables, so quote them as such: `wc -l "{inputs.file}" > "{outputs.count}"`. A value is never read as code.
   */
  readonly script?: string | undefined;
  /** A file with the script, read when the task runs: a path, or a URL such as `new URL("count.sh", import.meta.url)`. */
  readonly scriptFile?: string | UrlLike | undefined;
  /**
   * Where the script leaves outputs, relative to its working directory: `{ zip: "{inputs.name}.zip" }`. An output
   * without a location gets a new path, which `{outputs.name}` tells the script.
   */
  readonly locations?: { readonly [output: string]: string } | undefined;
  /** The program that runs the script, with `-c`; `/bin/sh` by default. */
  readonly shell?: string | undefined;
  /** Whether the script is printed before it runs. */
  readonly debug?: boolean | undefined;
}
