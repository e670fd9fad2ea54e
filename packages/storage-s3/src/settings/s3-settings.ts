import { coreErrors } from "@flytekit-ts/core/errors";
import { patienceOf, type Patience } from "@flytekit-ts/core/storage";

import { environmentOf } from "./environment-of.js";
import type { S3Credentials, S3Options } from "./s3-options.js";

/** What a store is made with. */
export interface S3Settings {
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  readonly credentials: "default" | "anonymous" | S3Credentials;
  readonly isPathStyle: boolean;
  readonly partSize: number;
  readonly patience: Patience;
}

const AT = "s3()";
const MIB = 1024 * 1024;
// A bound of S3.
const LEAST_PART = 5 * MIB;
const MOST_PART = 1024 * MIB;
const KNOWN = [
  "endpoint",
  "region",
  "credentials",
  "addressing",
  "partSize",
  "attempts",
  "firstWait",
  "stallAfter",
];

/** The settings of options and environment. @throws `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function settingsOf(options: S3Options, env: NodeJS.ProcessEnv): S3Settings {
  for (const option of Object.keys(options)) {
    if (!KNOWN.includes(option)) throw coreErrors.OPTION_UNKNOWN({ at: AT, option, known: KNOWN });
  }
  const given = environmentOf(env);
  const endpoint = endpointOf(options.endpoint, given.endpoint);
  const { addressing = given.addressing, region = given.region } = options;
  if (addressing !== undefined && addressing !== "path" && addressing !== "virtual")
    throw invalid("addressing", '"path" or "virtual"', addressing);
  if (region !== undefined && (typeof region !== "string" || !/^[\w-]{1,64}$/.test(region)))
    throw invalid("region", "the name of a region such as eu-west-1", region);
  return {
    endpoint,
    region,
    credentials: credentialsOf(options.credentials) ?? given.credentials ?? "default",
    isPathStyle: addressing === undefined ? endpoint !== undefined : addressing === "path",
    partSize: partSizeOf(options.partSize) ?? Math.max(LEAST_PART, given.partSize ?? 6 * MIB),
    patience: patienceOf({ ...given.patience, ...defined(options) }, AT),
  };
}

function endpointOf(option: unknown, variable: string | undefined): string | undefined {
  const given = option ?? variable;
  if (given === undefined) return undefined;
  const url = typeof given === "string" && URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.search === "";
  if (isPlain) return url.href.replace(/\/$/, "");
  const advice =
    option === undefined ? "Correct the environment variable FLYTE_AWS_ENDPOINT, or remove it." : undefined;
  // It may have a password.
  throw coreErrors.OPTION_INVALID({
    at: AT,
    option: "endpoint",
    wanted: "an address such as https://s3.example.org",
    given: undefined,
    inWords: typeof given === "string" ? "another text" : "another value",
    advice,
  });
}

function credentialsOf(given: S3Options["credentials"]): S3Settings["credentials"] | undefined {
  if (given === undefined || given === "default" || given === "anonymous") return given;
  const { accessKeyId, secretAccessKey, sessionToken } = Object(given) as Partial<S3Credentials>;
  const isText = (text: unknown): text is string => typeof text === "string" && text !== "";
  if (isText(accessKeyId) && isText(secretAccessKey) && (sessionToken === undefined || isText(sessionToken)))
    return { accessKeyId, secretAccessKey, sessionToken };
  throw coreErrors.OPTION_INVALID({
    at: AT,
    option: "credentials",
    wanted: '"default", "anonymous" or `{ accessKeyId, secretAccessKey }`',
    given: undefined,
    inWords: typeof given === "object" ? "an object without them" : "another value",
  });
}

function partSizeOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  if (typeof given === "number" && Number.isSafeInteger(given) && given >= LEAST_PART && given <= MOST_PART)
    return given;
  throw invalid("partSize", "a whole number of bytes from 5 MiB to 1 GiB", given);
}

// An option that is undefined is left out, and must not hide what the environment says.
function defined({ attempts, firstWait, stallAfter }: Partial<Patience>): Partial<Patience> {
  const entries = Object.entries({ attempts, firstWait, stallAfter });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const invalid = (option: string, wanted: string, given: unknown): Error =>
  coreErrors.OPTION_INVALID({ at: AT, option, wanted, given });
