// For authors and runners: the storage for `s3://` URIs.
export { s3 } from "../s3.js";
export type { S3Credentials, S3Options } from "../settings/s3-options.js";
