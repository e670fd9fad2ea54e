import * as errors from "../../errors.js";
import type { ReadOptions } from "../../storage/storage.js";
import { resumingRead, type Arriving } from "../retries/resuming-read.js";
import type { RetryPolicy } from "../retries/retrying.js";
import { askHttp, type HttpReply } from "./ask-http.js";
import { answerFault, httpFault, verdictOfHttp } from "./http-fault.js";
import { part } from "./part.js";

const ACTION = "Reading";

/** The bytes of a file, or of a range of it. */
export function readHttp(
  uri: string,
  { timeout, policy }: { readonly timeout: number; readonly policy: RetryPolicy },
  { signal, range }: ReadOptions = {},
): AsyncGenerator<Uint8Array, undefined> {
  const start = Math.max(0, range?.start ?? 0);
  const end = range?.end ?? Number.POSITIVE_INFINITY;
  let version: string | undefined;
  return resumingRead({
    uri,
    signal,
    timeout,
    policy,
    verdictOf: verdictOfHttp,
    faultOf: (error) => httpFault(error, uri, ACTION),
    async open(position) {
      const from = start + position;
      if (from >= end) return { chunks: nothing(), close: () => {} };
      const headers = from > 0 || end < Infinity ? { range: rangeHeader(from, end) } : {};
      const reply = await askHttp({ uri, method: "GET", action: ACTION, headers, signal, timeout });
      try {
        const found = versionOf(reply.response);
        // Halves of two versions are no file. A server that names no version cannot be asked to go on.
        if (position > 0 && (found === undefined || found !== version)) throw changed(uri, found);
        version = found;
        return arriving(uri, reply, { from, end });
      } catch (error) {
        reply.close();
        throw error;
      }
    },
  });
}

function arriving(
  uri: string,
  { response, close }: HttpReply,
  { from, end }: { readonly from: number; readonly end: number },
): Arriving {
  const { status, headers, body } = response;
  // Behind the last byte there is nothing.
  if (status === 416) return { chunks: nothing(), close };
  if (status !== 200 && status !== 206) throw answerFault(response, uri, ACTION);
  const header = headers.get("content-length");
  const length = header === null ? undefined : Number(header);
  const chunks: AsyncIterable<Uint8Array> = body ?? nothing();
  if (status === 206) return { chunks, length, close };
  // The server does not know ranges, and gives the whole file.
  const wanted = length === undefined ? undefined : Math.max(0, Math.min(length, end) - from);
  return { chunks: part(chunks, from, end), length: wanted, close };
}

function rangeHeader(from: number, end: number): string {
  return end === Infinity ? `bytes=${from}-` : `bytes=${from}-${end - 1}`;
}

function versionOf({ headers }: Response): string | undefined {
  return headers.get("etag") ?? headers.get("last-modified") ?? undefined;
}

function changed(uri: string, found: string | undefined): Error {
  const problem =
    found === undefined
      ? "the connection broke, and the server does not say whether the file is still the same"
      : "the file was changed while it was read";
  const advice = "Read it again; a copy in an object store can be read on after a break.";
  return errors.STORAGE_FAILED({ uri, action: ACTION, problem, advice });
}

async function* nothing(): AsyncGenerator<Uint8Array, undefined> {}
