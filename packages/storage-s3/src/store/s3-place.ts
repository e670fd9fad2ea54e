import { coreErrors } from "@flytekit-ts/core/errors";
import type { ObjectPlace } from "@flytekit-ts/core/storage";

/** The bucket of a place. */
export interface S3Place extends ObjectPlace {
  readonly bucket: string;
}

// Bytes of UTF-8, a bound of S3.
const LONGEST_KEY = 1024;

/** The bucket and the key of a URI such as `s3://bucket/key`. The key is not escaped. @throws `STORAGE_FAILED` */
export function s3Place(uri: string, action: string): S3Place {
  const refused = (problem: string): Error =>
    coreErrors.STORAGE_FAILED({ uri, action, problem, advice: "Give a URI such as s3://bucket/key." });
  const { root, bucket, key } =
    /^(?<root>s3:\/\/(?<bucket>[^/]*))(?:\/(?<key>.*))?$/is.exec(uri)?.groups ?? {};
  if (root === undefined || bucket === undefined || !/^[A-Za-z0-9][\w.-]{1,254}$/.test(bucket))
    throw refused("it names no bucket that there can be");
  if (!uri.isWellFormed()) throw refused("its key has half of a surrogate pair, which UTF-8 cannot write");
  if (Buffer.byteLength(key ?? "") > LONGEST_KEY)
    throw refused(`its key is longer than ${LONGEST_KEY} bytes`);
  return { root: `${root}/`, bucket, key: key ?? "" };
}
