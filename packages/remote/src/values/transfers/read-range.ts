import { coreErrors } from "@flytekit-ts/core/errors";
import { assertNotAborted, type ByteStream, type ReadOptions } from "@flytekit-ts/core/storage";
import type { Connection } from "../../connection/connection.js";
import { failedAnswer } from "../../transfer/failed-answer.js";

/** Some bytes of an object, through a signed link: what the footer of a Parquet file needs, for example. */
export async function* readRange(
  { dataProxy, fetch }: Connection,
  uri: string,
  { signal, range }: ReadOptions & { readonly range: NonNullable<ReadOptions["range"]> },
): ByteStream {
  assertNotAborted(signal, uri, "Reading");
  // HTTP has no range without bytes.
  if (range.end <= range.start) return;
  const { signedUrl } = await dataProxy.createDownloadLocation({ nativeUrl: uri }, { signal });
  const headers = { range: `bytes=${range.start}-${range.end - 1}` };
  const answer = await fetch(signedUrl, { headers, signal });
  if (answer.status === 206) return yield* answer.body;
  // A server may give all of it instead.
  if (answer.status === 200) return yield* cut(answer.body, range);
  if (answer.status !== 404)
    throw await failedAnswer(answer, { action: "Downloading", what: uri, signedUrl });
  await answer.cancel();
  throw coreErrors.STORAGE_NOT_FOUND({ uri });
}

async function* cut(chunks: ByteStream, { start, end }: NonNullable<ReadOptions["range"]>): ByteStream {
  let at = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += chunk.length;
    if (part.length > 0) yield part;
    if (at >= end) return;
  }
}
