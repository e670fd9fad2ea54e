import type { S3Client } from "@aws-sdk/client-s3";

import type { S3Settings } from "../settings/s3-settings.js";

/** The SDK, and a client of it. */
export interface Connection {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

/** The module of the SDK. It takes a tenth of a second to load. */
export type Sdk = typeof import("@aws-sdk/client-s3");

/** Loads the SDK and makes a client. It has no retries, as those of all stores are the same. */
export async function connect(settings: S3Settings, isAnonymous: boolean): Promise<Connection> {
  const sdk = await import("@aws-sdk/client-s3");
  const { region, isPathStyle } = settings;
  const options = {
    ...credentialsFor(settings, isAnonymous),
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    forcePathStyle: isPathStyle,
    maxAttempts: 1,
    // Ours are of whole objects; the SDK's would be of single requests.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    followRegionRedirects: true,
    // A connection of its own for each upload, and a wait for an answer to nothing.
    expectContinueHeader: false,
  } as const;
  const client = new sdk.S3Client({ ...options, ...(region === undefined ? {} : { region }) });
  return { sdk, client: (await hasRegion(client)) ? client : new sdk.S3Client({ ...options, region: ANY }) };
}

// Where every bucket can be asked for, and which stores other than Amazon's do not look at.
const ANY = "us-east-1";

async function hasRegion(client: S3Client): Promise<boolean> {
  try {
    return (await client.config.region()) !== "";
  } catch {
    return false;
  }
}

// Left out, the SDK looks for them.
function credentialsFor({ credentials }: S3Settings, isAnonymous: boolean): object {
  if (isAnonymous || credentials === "anonymous")
    return { credentials: NOBODY, signer: { sign: async <T>(request: T): Promise<T> => request } };
  if (credentials === "default") return {};
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
  };
}

const NOBODY = { accessKeyId: "", secretAccessKey: "" };
