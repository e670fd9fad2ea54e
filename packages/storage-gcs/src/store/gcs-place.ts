import { coreErrors } from "@flytekit-ts/core/errors";
import type { ObjectPlace } from "@flytekit-ts/core/storage";

/** The bucket of a place. */
export interface GcsPlace extends ObjectPlace {
  readonly bucket: string;
}

/** The bucket and the key of a URI such as `gs://bucket/key`. The key is not escaped. @throws `STORAGE_FAILED` */
export function gcsPlace(uri: string, action: string): GcsPlace {
  const {
    scheme = "gs://",
    bucket,
    key,
  } = /^(?<scheme>gs:\/\/)(?<bucket>[^/]*)(?:\/(?<key>.*))?$/is.exec(uri)?.groups ?? {};
  if (bucket === undefined || !/^[a-z0-9][a-z0-9._-]{1,221}$/.test(bucket))
    throw refused(uri, action, "it names no bucket that there can be");
  if (!uri.isWellFormed())
    throw refused(uri, action, "its key has half of a surrogate pair, which UTF-8 cannot write");
  return { root: `${scheme}${bucket}/`, bucket, key: key ?? "" };
}

const refused = (uri: string, action: string, problem: string): Error =>
  coreErrors.STORAGE_FAILED({ uri, action, problem, advice: "Give a URI such as gs://bucket/key." });
