import { defaultRetryPolicy, type RetryPolicy, retrying, type Signal } from "@flytekit-ts/core/storage";
import type { CreateUploadLocationResponse } from "@flytekit-ts/models/service";
import type { Connection } from "../connection/connection.js";
import { failedAnswer, transferVerdict } from "./failed-answer.js";
import type { UploadSource } from "./upload-source.js";

/** Where a source goes in the cluster's store. */
export interface UploadPlace {
  readonly project: string;
  readonly domain: string;
  readonly filename: string;
  /** The folder; by default one that is named after the content. */
  readonly filenameRoot: string;
}

/** What may interrupt an upload, and how often it is tried. */
export interface UploadRules {
  readonly signal?: Signal | undefined;
  readonly policy?: RetryPolicy | undefined;
}

// A connection may be slow, but not this slow: bytes a millisecond.
const SLOWEST = 16;
// No timer takes more milliseconds.
const LONGEST = 2 ** 31 - 1;

/** Asks for a place, and puts a source there. Each try gets a link of its own. Gives the URI of the place. */
export async function putSigned(
  connection: Connection,
  source: UploadSource,
  place: UploadPlace,
  { signal, policy = defaultRetryPolicy }: UploadRules,
): Promise<string> {
  return await retrying(
    async () => {
      const asked = { ...place, contentMd5: source.md5, addContentMd5Metadata: true };
      const location = await connection.dataProxy.createUploadLocation(asked, { signal });
      await put(connection, source, location, signal);
      return location.nativeUrl;
    },
    { policy, verdictOf: transferVerdict, signal },
  );
}

async function put(
  connection: Connection,
  source: UploadSource,
  location: CreateUploadLocationResponse,
  signal: Signal | undefined,
): Promise<void> {
  const { signedUrl } = location;
  const timeout = Math.min(LONGEST, 60_000 + Math.ceil(source.size / SLOWEST));
  const headers = headersOf(source, location);
  const answer = await connection.fetch(signedUrl, {
    method: "PUT",
    headers,
    body: source.open(),
    signal,
    timeout,
  });
  if (answer.status === 200 || answer.status === 201) return answer.cancel();
  throw await failedAnswer(answer, { action: "Uploading", what: source.what, signedUrl });
}

/**
 * The headers of the request. Those that flyteadmin names are part of the signature, but for the length: it names that of
 * the MD5's text, with which no store takes the file.
 */
function headersOf(
  source: UploadSource,
  { headers, nativeUrl }: CreateUploadLocationResponse,
): Record<string, string> {
  const named = [...headers].filter(([name]) => !/^content-(?:length|md5)$/i.test(name));
  return {
    ...Object.fromEntries(named),
    ...(/^abfss?:/.test(nativeUrl) ? { "x-ms-blob-type": "BlockBlob" } : {}),
    "Content-Length": String(source.size),
    "Content-MD5": Buffer.from(source.md5).toString("base64"),
  };
}
