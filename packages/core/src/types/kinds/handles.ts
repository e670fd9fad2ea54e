/** What a task receives for values that are more than their literal: it says where they are, and reads them when asked. */

import type { ByteStream, WebByteStream } from "../../storage/storage.js";

/** A file. Nothing is read before it is asked for. `F` is the format of its type, empty if it may be any. */
export interface FlyteFile<out F extends string = string> {
  readonly uri: string;
  /** The format, such as `csv`; empty if it is not known. */
  readonly format: string;
  /** What the file's author said of it. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Only for the compiler: the format of the type. */
  readonly "~format"?: F;
  /** A path on this machine: that of a local file, or of a copy that is made at the first call. */
  path(): Promise<string>;
  stream(): ByteStream;
  /** The content as a string of UTF-8. */
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
}

/** A directory of files. Nothing is read before it is asked for. */
export interface FlyteDirectory<out F extends string = string> {
  readonly uri: string;
  /** The format of the files, such as `csv`; empty if it is not known. */
  readonly format: string;
  /** Only for the compiler: the format of the type. */
  readonly "~format"?: F;
  /** A path on this machine: that of a local directory, or of a copy that is made at the first call. */
  path(): Promise<string>;
  /** All files in the directory, at any depth, in the order of their URIs. */
  files(): AsyncIterable<FlyteFile>;
}

/** A table. Its rows are read in parts, when asked for. */
export interface Dataset<out Row = unknown> {
  readonly uri: string;
  /** The format of the file or files: `parquet`, `csv`, ...; empty if it is not known. */
  readonly format: string;
  rows(): AsyncIterable<Row>;
}

/** A URL, as the part of it that is needed. */
export interface UrlLike {
  readonly href: string;
  readonly protocol: string;
}

/** What may be given for a file: where it is (a path, a URL, a file that was received) or what is in it. */
export type FileInput<F extends string = string> =
  | string
  | UrlLike
  | Uint8Array
  | ByteStream
  | WebByteStream
  | FlyteFile<F>
  | FlyteFile<"">;

/** What may be given for a directory: where it is. */
export type DirectoryInput<F extends string = string> =
  | string
  | UrlLike
  | FlyteDirectory<F>
  | FlyteDirectory<"">;

/** Where a dataset is, in words of an author: a path or URI, and the format if neither type nor name says it. */
export interface DatasetReference {
  readonly uri: string;
  readonly format?: string | undefined;
  /** It has no rows: with them, it is a dataset, whose columns count. */
  readonly rows?: undefined;
}

/** What may be given for a dataset: where it is, or its rows. */
export type DatasetInput<Row, In = Row> =
  | string
  | UrlLike
  | DatasetReference
  | Dataset<Row>
  | Iterable<In>
  | AsyncIterable<In>;
