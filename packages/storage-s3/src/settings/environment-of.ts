import { coreErrors } from "@flytekit-ts/core/errors";
import type { Patience } from "@flytekit-ts/core/storage";

import type { S3Credentials } from "./s3-options.js";

/** What the environment says about S3. Flyte sets the `FLYTE_AWS_` variables in containers, and flytekit reads the same. */
export interface S3Environment {
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  readonly credentials: S3Credentials | undefined;
  readonly addressing: "path" | "virtual" | undefined;
  readonly partSize: number | undefined;
  readonly patience: Partial<Patience>;
}

/** Reads the environment. @throws `OPTION_INVALID` */
export function environmentOf(env: NodeJS.ProcessEnv): S3Environment {
  const text = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const retries = numberIn(env, "FLYTE_AWS_RETRIES");
  const backoff = numberIn(env, "FLYTE_AWS_BACKOFF_SECONDS");
  return {
    endpoint: text("FLYTE_AWS_ENDPOINT"),
    // The SDK reads the first alone.
    region: text("AWS_REGION") ?? text("AWS_DEFAULT_REGION"),
    credentials: credentialsIn(text("FLYTE_AWS_ACCESS_KEY_ID"), text("FLYTE_AWS_SECRET_ACCESS_KEY")),
    addressing: addressingIn(text("FLYTE_AWS_ADDRESSING_STYLE")),
    partSize: numberIn(env, "_F_P_WRITE_CHUNK_SIZE"),
    patience: {
      ...(retries === undefined ? {} : { attempts: retries + 1 }),
      ...(backoff === undefined ? {} : { firstWait: backoff * 1000 }),
    },
  };
}

function credentialsIn(
  accessKeyId: string | undefined,
  secretAccessKey: string | undefined,
): S3Credentials | undefined {
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  const [set, missing] =
    accessKeyId === undefined
      ? ["SECRET_ACCESS_KEY", "ACCESS_KEY_ID"]
      : ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY"];
  throw coreErrors.OPTION_INVALID({
    at: "s3()",
    option: "credentials",
    wanted: "both FLYTE_AWS_ACCESS_KEY_ID and FLYTE_AWS_SECRET_ACCESS_KEY",
    given: undefined,
    inWords: `FLYTE_AWS_${set} alone`,
    advice: `Set FLYTE_AWS_${missing}, too.`,
  });
}

// What flytekit's documentation gives; "auto" leaves it to us.
function addressingIn(style: string | undefined): "path" | "virtual" | undefined {
  if (style === undefined || style === "auto" || style === "path" || style === "virtual")
    return style === "auto" ? undefined : style;
  throw invalid("FLYTE_AWS_ADDRESSING_STYLE", "path, virtual or auto");
}

function numberIn(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === "") return undefined;
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw invalid(name, "a whole number");
}

const invalid = (name: string, wanted: string): Error =>
  coreErrors.OPTION_INVALID({
    at: "the environment of s3()",
    option: name,
    wanted,
    given: undefined,
    inWords: "another text",
    advice: `Correct the environment variable ${name}, or remove it.`,
  });
