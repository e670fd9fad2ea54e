import type { Settings } from "../../config/config.js";

/** Settings of one place, and the place in words. */
export interface Layer {
  readonly settings: Settings;
  /** The words for one setting, or for a member of it, such as `cluster.endpoint`. */
  sourceOf(path: string): string;
  /** Members of `cluster` in layers below that do not count, because a variable that `remote` reads says them. */
  readonly hides?: readonly (readonly string[])[] | undefined;
}
