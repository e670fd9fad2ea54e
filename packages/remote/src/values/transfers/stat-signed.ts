import type { Signal, StoredObject } from "@flytekit-ts/core/storage";
import type { Connection } from "../../connection/connection.js";
import { failedAnswer } from "../../transfer/failed-answer.js";

/**
 * What is stored at a URI; undefined if there is nothing.
 *
 * A signed link is for reading, so the first byte is asked for. The answer says how many there are.
 */
export async function statSigned(
  { dataProxy, fetch }: Connection,
  uri: string,
  signal: Signal | undefined,
): Promise<StoredObject | undefined> {
  const { signedUrl } = await dataProxy.createDownloadLocation({ nativeUrl: uri }, { signal });
  const answer = await fetch(signedUrl, { headers: { range: "bytes=0-0" }, signal });
  const { status, headers } = answer;
  if (status === 200 || status === 206 || status === 404 || status === 416) {
    await answer.cancel();
    if (status === 404) return undefined;
    // An object without bytes has no first byte.
    if (status === 416) return { uri, size: 0 };
    const size =
      status === 206
        ? /\/(\d+)$/.exec(headers.get("content-range") ?? "")?.[1]
        : headers.get("content-length");
    return { uri, size: Number(size ?? 0) };
  }
  throw await failedAnswer(answer, { action: "Downloading", what: uri, signedUrl });
}
