/** A member of an archive: a file with its content, or a symbolic link. */
export type ArchiveEntry = ArchiveFile | ArchiveLink;

/** A file. Its path has forward slashes and starts at the root of the archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: Uint8Array;
  /** Permission bits such as `0o755`; `0o644` by default. */
  readonly mode?: number | undefined;
}

/** A symbolic link: the text of its target is kept as it is. */
export interface ArchiveLink {
  readonly path: string;
  readonly target: string;
}
