import { assertNotAborted } from "../../storage/assert-not-aborted.js";
import * as errors from "../../errors.js";
import type { Signal } from "../../storage/signal.js";
import type { StoredObject } from "../../storage/storage.js";
import { retrying, type RetryPolicy } from "../retries/retrying.js";
import { askHttp, type HttpReply } from "./ask-http.js";
import { answerFault, httpFault, verdictOfHttp } from "./http-fault.js";
import { readHttp } from "./read-http.js";

const ACTION = "Finding";

/** The size of a file: what the server says, or counted where it does not say. */
export async function statHttp(
  uri: string,
  patience: { readonly timeout: number; readonly policy: RetryPolicy },
  signal: Signal | undefined,
): Promise<StoredObject | undefined> {
  assertNotAborted(signal, uri, ACTION);
  try {
    const size = await retrying(() => sizeOf(uri, patience.timeout, signal), {
      policy: patience.policy,
      verdictOf: verdictOfHttp,
      signal,
    });
    return { uri, size: size ?? (await count(readHttp(uri, patience, { signal }))) };
  } catch (error) {
    assertNotAborted(signal, uri, ACTION);
    const fault = httpFault(error, uri, ACTION);
    if (errors.STORAGE_NOT_FOUND.is(fault)) return undefined;
    throw fault;
  }
}

async function sizeOf(uri: string, timeout: number, signal: Signal | undefined): Promise<number | undefined> {
  const question = { uri, action: ACTION, signal, timeout };
  const head = await askHttp({ ...question, method: "HEAD" });
  const size = sizeIn(head);
  if (size !== undefined) return size;
  const { status } = head.response;
  // Some servers, and most URLs with a signature, take GET alone.
  if (status !== 200 && ![400, 401, 403, 405, 501].includes(status))
    throw answerFault(head.response, uri, ACTION);
  const get = await askHttp({ ...question, method: "GET", headers: { range: "bytes=0-0" } });
  if (get.response.status === 416) return totalIn(get) ?? 0;
  const whole = totalIn(get) ?? sizeIn(get);
  if (whole === undefined && get.response.status !== 200) throw answerFault(get.response, uri, ACTION);
  return whole;
}

function sizeIn({ response: { status, headers }, close }: HttpReply): number | undefined {
  close();
  const length = headers.get("content-length");
  return status === 200 && length !== null ? Number(length) : undefined;
}

// Of `bytes 0-0/1234`.
function totalIn({ response, close }: HttpReply): number | undefined {
  close();
  const total = /\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1];
  return total === undefined ? undefined : Number(total);
}

async function count(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of chunks) size += chunk.length;
  return size;
}
