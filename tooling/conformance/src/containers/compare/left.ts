import type { Names } from "../messages/names.js";
import type { Folders } from "../process/folders.js";
import type { Ended } from "../process/start.js";
import type { RowOutput } from "../rows/container-row.js";

/** What a process of ours left. */
export interface Left extends Ended {
  readonly folders: Folders;
  /** When it was started and when it had ended, in milliseconds. */
  readonly began: number;
  readonly ended: number;
}

/** A file below the output prefix: what is recorded of it, and our bytes. */
export interface LeftFile {
  readonly name: string;
  readonly entry: RowOutput;
  readonly bytes: Uint8Array;
  readonly left: Left;
  readonly names: Names;
}
