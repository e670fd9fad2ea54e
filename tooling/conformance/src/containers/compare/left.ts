import type { Folders } from "../process/folders.js";
import type { Ended } from "../process/start.js";

/** What a process of ours left. */
export interface Left extends Ended {
  readonly folders: Folders;
  /** When it was started and when it had ended, in milliseconds. */
  readonly began: number;
  readonly ended: number;
}
