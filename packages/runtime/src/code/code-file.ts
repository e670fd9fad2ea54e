/** A file that belongs into a code archive: one of the disk, a link of the disk, or content that is in memory. */
export type CodeFile =
  | { readonly path: string; readonly from: string }
  | { readonly path: string; readonly from: string; readonly target: string }
  | { readonly path: string; readonly content: Uint8Array; readonly mode?: number | undefined };

/** What was seen of a folder and is not in its archive, or leads out of it. */
export interface LeftOut {
  readonly path: string;
  readonly why: string;
}
