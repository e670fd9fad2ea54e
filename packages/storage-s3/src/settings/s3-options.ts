import type { Patience } from "@flytekit-ts/core/storage";

/** Keys of an account. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Options of `s3`. What is left out comes from the environment. */
export interface S3Options extends Partial<Patience> {
  /** The address of a store that is not Amazon's, such as `http://minio:9000`; or `FLYTE_AWS_ENDPOINT`. */
  readonly endpoint?: string | undefined;
  /** The region of the buckets; or `AWS_REGION`, that of the SDK's profile, or else us-east-1. Buckets elsewhere are found. */
  readonly region?: string | undefined;
  /**
   * `"default"`, the usual one, is `FLYTE_AWS_ACCESS_KEY_ID` and `FLYTE_AWS_SECRET_ACCESS_KEY` if they are set, or else
   * what AWS's SDK finds: variables, profiles, web identity, the machine's role.
   */
  readonly credentials?: "default" | "anonymous" | S3Credentials | undefined;
  /** Where the bucket stands in an address: in its path, as most stores need it, or before the host, as Amazon wants it. */
  readonly addressing?: "path" | "virtual" | undefined;
  /**
   * The bytes of a part of a large upload, at least 5 MiB; 6 MiB by default, or `_F_P_WRITE_CHUNK_SIZE`. An upload keeps four
   * parts in memory.
   */
  readonly partSize?: number | undefined;
}
