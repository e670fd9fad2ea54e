import { coreErrors } from "@flytekit-ts/core/errors";
import {
  type Arriving,
  type ByteStream,
  defaultRetryPolicy,
  resumingRead,
  type RetryPolicy,
  type Signal,
} from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Connection } from "../connection/connection.js";
import type { HttpAnswer } from "../connection/http-client.js";
import { connectionErrors } from "../errors/connection-errors.js";
import { failedAnswer, transferVerdict } from "./failed-answer.js";

/** What a download takes besides its URI. */
export interface DownloadOptions {
  readonly signal?: Signal | undefined;
}

/** What is downloaded: a name for messages, and how to get a signed link to it, of which several may be needed. */
export interface SignedSource {
  readonly what: string;
  link(): Promise<string>;
}

// Milliseconds without a byte after which a connection counts as dead.
const STALLED = 60_000;
// No timer takes more milliseconds: a body may take as long as it arrives.
const LONGEST = 2 ** 31 - 1;

/** The bytes of what lies in the cluster's store, through a link that flyteadmin signs. */
export function download(connection: Connection, uri: string, options: DownloadOptions = {}): ByteStream {
  assertOptions(options, new Set(["signal"]), "remote.download");
  if (typeof uri !== "string" || !/^[a-z][a-z0-9+.-]*:\/\/./i.test(uri)) {
    const wanted = "the URI of a file in the cluster's store";
    throw coreErrors.OPTION_INVALID({ at: "remote.download", option: "uri", wanted, given: uri });
  }
  const link = async (): Promise<string> => {
    const asked = { nativeUrl: uri };
    return (await connection.dataProxy.createDownloadLocation(asked, options)).signedUrl;
  };
  return downloadSigned(connection, { what: uri, link }, options);
}

/** The bytes behind signed links. Where a connection breaks, another link is asked for, and the rest is read from there. */
export function downloadSigned(
  connection: Connection,
  { what, link }: SignedSource,
  { signal, policy = defaultRetryPolicy }: DownloadOptions & { readonly policy?: RetryPolicy | undefined },
): ByteStream {
  let version: string | undefined;
  return resumingRead({
    uri: what,
    signal,
    timeout: STALLED,
    policy,
    verdictOf: transferVerdict,
    faultOf: (error) => error as Error,
    async open(position) {
      const signedUrl = await link();
      const headers = position > 0 ? { range: `bytes=${position}-` } : {};
      const answer = await connection.fetch(signedUrl, { headers, signal, timeout: LONGEST });
      if (answer.status !== 200 && answer.status !== 206) {
        if (answer.status === 404) throw coreErrors.STORAGE_NOT_FOUND({ uri: what });
        throw await failedAnswer(answer, { action: "Downloading", what, signedUrl });
      }
      const found = answer.headers.get("etag") ?? answer.headers.get("last-modified");
      const isOther = position > 0 && (answer.status !== 206 || found === undefined || found !== version);
      if (isOther) {
        await answer.cancel();
        const problem = "the connection broke, and the file cannot be read on from there";
        throw coreErrors.STORAGE_FAILED({
          uri: what,
          action: "Downloading",
          problem,
          advice: "Read it again.",
        });
      }
      version = found;
      return arriving(answer);
    },
  });
}

function arriving(answer: HttpAnswer): Arriving {
  const header = answer.headers.get("content-length");
  return {
    chunks: broken(answer.body),
    // What is encoded arrives in another length.
    length: header === undefined || answer.headers.has("content-encoding") ? undefined : Number(header),
    close: () => void answer.cancel().catch(() => undefined),
  };
}

/** Chunks whose failure counts as a broken connection. */
async function* broken(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    throw connectionErrors.HTTP_FAILED(
      { method: "GET", url: "the link", problem: "the connection broke" },
      { cause: error },
    );
  }
  return undefined;
}
