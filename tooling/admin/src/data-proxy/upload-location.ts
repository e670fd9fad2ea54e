import type { CreateUploadLocationRequest, CreateUploadLocationResponse } from "@flytekit-ts/models/service";
import type { Duration } from "@flytekit-ts/models/google";
import { randomText } from "../executions/launch/execution-name.js";
import type { ExecutionBackend } from "../executions/backend.js";
import { later, nanosOf } from "../executions/times.js";
import { refused } from "../serving/refusal.js";
import { base32 } from "./base32.js";
import { goDuration, isValid, secondsOf } from "./durations.js";
import { BadReference, referenceBelow } from "../objects/reference.js";
import { messageText } from "../texts/message-text.js";

/** How long a link lives at most, and by default. */
export const LONGEST: Duration = { seconds: 3600n, nanos: 0 };

/**
 * A signed URL for uploading one object.
 *
 * The headers that it names have a trap: their `Content-Length` is that of the text of the MD5, not of the object.
 *
 * @throws Refusal
 */
export async function uploadLocation(
  { store, clock }: ExecutionBackend,
  request: CreateUploadLocationRequest,
): Promise<CreateUploadLocationResponse> {
  const { project, domain, filename, filenameRoot: root, contentMd5, expiresIn = LONGEST } = request;
  if (project === "" || domain === "") throw refused.invalid("project and domain are required parameters");
  if (root === "" && contentMd5.length === 0)
    throw refused.invalid("content_md5 or filename_root is a required parameter");
  if (root !== "" && filename !== "") await assertFree(store, request);
  assertDuration(expiresIn);
  const uri = location(store.root, { ...request, filename: filename === "" ? randomText(20) : filename });
  const md5 = Buffer.from(contentMd5).toString("base64");
  const signed = {
    ...(md5 === "" ? {} : { "Content-MD5": md5 }),
    ...(request.addContentMd5Metadata ? { "x-amz-meta-flyteContentMD5": md5 } : {}),
  };
  const link = { method: "PUT", uri, seconds: secondsOf(expiresIn), headers: signed } as const;
  return {
    signedUrl: await store.link(link),
    nativeUrl: uri,
    expiresAt: later(clock.timestamp(), nanosOf(expiresIn)),
    headers: new Map([
      ["Content-Length", String(md5.length)],
      ["Content-MD5", md5],
      ...(request.addContentMd5Metadata ? ([["x-amz-meta-flyteContentMD5", md5]] as const) : []),
    ]),
  };
}

function location(
  bucket: string,
  { project, domain, filenameRoot, contentMd5, filename }: CreateUploadLocationRequest,
): string {
  const root = filenameRoot === "" ? base32(contentMd5) : filenameRoot;
  try {
    return referenceBelow(bucket, project, domain, root, filename);
  } catch (error) {
    if (!(error instanceof BadReference)) throw error;
    throw refused.internal(
      `failed to create shardedStorageLocation, Error: failed to construct datastore reference. Error: ${error.message}`,
    );
  }
}

/** @throws Refusal ALREADY_EXISTS if there is an object that is not known to be the same */
async function assertFree(
  store: ExecutionBackend["store"],
  request: CreateUploadLocationRequest,
): Promise<void> {
  const uri = location(store.root, request);
  const head = await store.head(uri);
  if (head === undefined) return;
  const taken = refused.exists(
    `file already exists at location [${uri}], specify a matching hash if you wish to rewrite`,
  );
  if (request.contentMd5.length === 0) throw taken;
  const digest = Buffer.from(request.contentMd5);
  const base64 = digest.toString("base64");
  const isSame =
    head.contentMd5 === undefined
      ? [digest.toString("hex"), base32(digest), base64].includes(head.etag)
      : head.contentMd5 === base64;
  if (!isSame) throw taken;
}

function assertDuration(expiresIn: Duration): void {
  if (!isValid(expiresIn)) throw refused.invalid(`expiresIn [${messageText(expiresIn)}] is invalid`);
  if (nanosOf(expiresIn) > nanosOf(LONGEST))
    throw refused.invalid(
      `expiresIn [${goDuration(expiresIn)}] cannot exceed max allowed expiration [${goDuration(LONGEST)}]`,
    );
}
