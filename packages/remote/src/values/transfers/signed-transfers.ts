import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { coreErrors } from "@flytekit-ts/core/errors";
import { assertNotAborted, type ByteStream, type ReadOptions } from "@flytekit-ts/core/storage";
import type { Connection } from "../../connection/connection.js";
import type { HttpAnswer } from "../../connection/http-client.js";
import type { Transfers, Upload, UploadContent } from "./transfers.js";

/** Transfers through the links that flyteadmin signs. A link is a secret as long as it holds, so no error names one. */
export function signedTransfers(connection: Connection): Transfers {
  return {
    async placeOf({ project, domain, root }, { signal }) {
      const filename = "x";
      const request = { project, domain, filename, filenameRoot: root };
      const { nativeUrl } = await connection.dataProxy.createUploadLocation(request, { signal });
      return nativeUrl.slice(0, -`/${filename}`.length);
    },
    upload: async (object, { signal }) => upload(connection, object, signal),
    read: (uri, options = {}) => read(connection, uri, options),
  };
}

async function upload(
  { dataProxy, fetch }: Connection,
  { project, domain, root, name, content }: Upload,
  signal: ReadOptions["signal"],
): Promise<void> {
  const contentMd5 = await md5Of(content);
  const request = {
    ...{ project, domain, contentMd5 },
    filename: name,
    filenameRoot: root,
    addContentMd5Metadata: true,
  };
  const { signedUrl, nativeUrl, headers: wanted } = await dataProxy.createUploadLocation(request, { signal });
  const { size, body } = await bodyOf(content);
  // The length in the answer is that of the digest's text, and would break the request.
  const headers = {
    ...Object.fromEntries([...wanted].filter(([header]) => !/^content-(?:length|md5)$/i.test(header))),
    "content-length": String(size),
    "content-md5": Buffer.from(contentMd5).toString("base64"),
    ...(/^abfss?:/.test(nativeUrl) ? { "x-ms-blob-type": "BlockBlob" } : {}),
  };
  const answer = await fetch(signedUrl, { method: "PUT", headers, body, signal });
  if (answer.status === 200 || answer.status === 201) return answer.cancel();
  throw await refusal(answer, nativeUrl, "Uploading");
}

async function* read(
  { dataProxy, fetch }: Connection,
  uri: string,
  { signal, range }: ReadOptions,
): ByteStream {
  assertNotAborted(signal, uri, "Reading");
  const { signedUrl } = await dataProxy.createDownloadLocation({ nativeUrl: uri }, { signal });
  const headers = range === undefined ? {} : { range: `bytes=${range.start}-${range.end - 1}` };
  const answer = await fetch(signedUrl, { headers, signal });
  if (answer.status === 404) {
    await answer.cancel();
    throw coreErrors.STORAGE_NOT_FOUND({ uri });
  }
  if (answer.status !== 200 && answer.status !== 206) throw await refusal(answer, uri, "Reading");
  yield* answer.body;
}

const LONGEST = 300;

async function refusal(answer: HttpAnswer, uri: string, action: string): Promise<Error> {
  const text = (await answer.text()).slice(0, LONGEST);
  const said = /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? "";
  const problem = `the store answered ${answer.status}${said === "" ? "" : `: ${said.replace(/\.$/, "")}`}`;
  const advice = "Check that the store of the cluster can be reached from here.";
  return coreErrors.STORAGE_FAILED({ uri, action, problem, advice });
}

async function md5Of(content: UploadContent): Promise<Uint8Array> {
  const hash = createHash("md5");
  if ("bytes" in content) return hash.update(content.bytes).digest();
  for await (const chunk of createReadStream(content.path)) hash.update(chunk as Uint8Array);
  return hash.digest();
}

async function bodyOf(content: UploadContent): Promise<{
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}> {
  if ("bytes" in content) return { size: content.bytes.length, body: content.bytes };
  const { size } = await stat(content.path);
  return { size, body: createReadStream(content.path) };
}
