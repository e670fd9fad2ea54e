import type { StoredObject } from "@flytekit-ts/core/storage";

/** What a worker may ask the run for. Streams have numbers. */
export interface Asked {
  claim(path: string): void;
  read(uri: string, range: { readonly start: number; readonly end: number } | undefined): number;
  list(prefix: string): number;
  /** The next piece of a stream, or undefined at its end. */
  next(stream: number): unknown;
  stop(stream: number): void;
  write(uri: string, contentType: string | undefined): number;
  chunk(stream: number, chunk: Uint8Array): void;
  end(stream: number): void;
  giveUp(stream: number): void;
  stat(uri: string): StoredObject | undefined;
  delete(uri: string): void;
}
