import type { ByteStream } from "../storage/storage.js";
import type { TypeTransformer } from "./transformer.js";

/** A column of a dataset: its name, and the type of its values. */
export interface DatasetColumn {
  readonly name: string;
  readonly type: TypeTransformer;
}

/** A row: values by the names of their columns. */
export type DatasetRow = Readonly<Record<string, unknown>>;

/** One file of a dataset. */
export interface DatasetFile {
  readonly uri: string;
  /** Size in bytes. */
  readonly size: number;
  /** Its bytes, or those of a range (`end` is exclusive). */
  read(range?: { readonly start: number; readonly end: number }): ByteStream;
}

/** The rows that are written: of any origin, checked by nobody before. */
export type DatasetRows = Iterable<unknown> | AsyncIterable<unknown>;

/**
 * Reads and writes files of one format.
 *
 * A type of datasets contains its formats, so there is no registry to fill. A format sees bytes and rows alone: which
 * files a dataset has, and where they are, is no concern of it.
 */
export interface DatasetFormat {
  /** The name on the wire, such as `parquet`. */
  readonly name: string;
  /** How names of such files end, without the dot: `["jsonl", "ndjson"]`. */
  readonly extensions: readonly string[];
  /** The name of the file that is written into the folder of a new dataset. */
  readonly fileName: string;
  /**
   * The rows of one file, in batches that fit into memory. Only these columns are read, and their values have the types
   * of the columns; without columns, all that are there.
   */
  read(
    file: DatasetFile,
    columns: readonly DatasetColumn[] | undefined,
  ): AsyncIterable<readonly DatasetRow[]>;
  /** The rows as the bytes of a file. Each row is checked against the columns. */
  write(rows: DatasetRows, columns: readonly DatasetColumn[] | undefined): ByteStream;
}
