import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Signal, systemWords } from "@flytekit-ts/core/storage";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { readUntilAborted } from "./read-until-aborted.js";

/** The bytes of a file or of standard input, or what is wrong with it: a clause such as `it is a folder`. */
export type BytesRead = { readonly bytes: Uint8Array } | { readonly problem: string };
/** The same as text. */
export type TextRead = { readonly text: string } | { readonly problem: string };

/** Inputs are no place for more: what is large is a file, which is given by its path. */
const MOST_BYTES = 8 * 1024 * 1024;
const TOO_LARGE = "it has more than 8 MiB: give what is large as a file, to an input of type file";

/** Where files are looked for, and when to stop. */
export interface Place {
  readonly cwd: string;
  readonly signal?: Signal | undefined;
}

/** Whether something is at a path, whatever it is. */
export async function isThere(path: string, { cwd }: Place): Promise<boolean> {
  if (path === "" || path.includes("\0")) return false;
  return stat(resolve(cwd, path)).then(
    () => true,
    () => false,
  );
}

/** The bytes of a file. */
export async function readBytes(path: string, { cwd, signal }: Place): Promise<BytesRead> {
  if (path === "" || path.includes("\0")) return { problem: "it is not a path" };
  const full = resolve(cwd, path);
  try {
    const { size } = await stat(full);
    if (size > MOST_BYTES) return { problem: TOO_LARGE };
    const stream = createReadStream(full, signal === undefined ? {} : { signal });
    return await readUntilAborted(collect(stream), signal);
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    return { problem: systemWords(cause, "reading") };
  }
}

/** The text of a file in UTF-8. */
export async function readText(path: string, place: Place): Promise<TextRead> {
  return decoded(await readBytes(path, place));
}

/** All that comes from a stream, as text in UTF-8. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  signal?: Signal,
): Promise<TextRead> {
  try {
    return decoded(await readUntilAborted(collect(stream), signal));
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    return { problem: systemWords(cause, "reading") };
  }
}

async function collect(stream: AsyncIterable<Uint8Array | string>): Promise<BytesRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > MOST_BYTES) return { problem: TOO_LARGE };
  }
  return { bytes: Buffer.concat(chunks) };
}

function decoded(read: BytesRead): TextRead {
  if ("problem" in read) return read;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(read.bytes) };
  } catch {
    return { problem: "it is not text in UTF-8" };
  }
}
