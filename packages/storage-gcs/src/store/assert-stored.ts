import { RequestFailed } from "@flytekit-ts/core/storage";

import type { ApiJson } from "../api/gcs-api.js";

/**
 * Compares what the server says it stored with what was sent. It refuses wrong bytes itself, as it is sent their
 * checksum; this is for a server that does not. What is wrong is removed.
 *
 * @throws `RequestFailed`
 */
export async function assertStored(
  { md5Hash, generation }: ApiJson,
  digest: string,
  kind: "passing" | "final",
  remove: (generation: string) => Promise<void>,
): Promise<void> {
  if (md5Hash === undefined || md5Hash === digest) return;
  if (generation !== undefined) await remove(generation);
  const problem = "the bytes that the server stored are not those that were sent: their checksum is wrong";
  throw new RequestFailed({ kind, problem, advice: "Write it again; nothing was left behind." });
}
