import { type DataStore, diskStore, s3Store } from "@flytekit-ts/propeller";
import type { S3Server } from "@flytekit-ts/servers";

/** Where the data of executions is, and what tells processes how to come to it. */
export interface DataPlace {
  readonly name: string;
  readonly store: DataStore;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A folder of this machine. */
export function placeOnDisk(root: string): DataPlace {
  return { name: "on disk", store: diskStore, root, env: {} };
}

/** The bucket of a server. */
export function placeOnS3(server: S3Server): DataPlace {
  const { endpoint, accessKeyId, secretAccessKey, region, bucket } = server;
  const env = {
    FLYTE_AWS_ENDPOINT: endpoint,
    FLYTE_AWS_ACCESS_KEY_ID: accessKeyId,
    FLYTE_AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: region,
  };
  const store = s3Store({ endpoint, accessKeyId, secretAccessKey, region });
  return { name: "on S3", store, root: `s3://${bucket}`, env };
}
