import * as errors from "../errors.js";
import { isBytes } from "../storage/byte-chunks.js";
import { ioFault } from "../storage/io-fault.js";
import { systemCode } from "../storage/system-words.js";
import { nodeFs, nodePath } from "../storage/node-fs.js";
import { describeKind } from "../words/describe-value.js";
import { uriWords } from "../words/uri-words.js";
import { namedParts, type SecretName, type SecretRequest, secretWords } from "./secret-name.js";

/** The value of a secret, as it is stored. */
export type SecretValue = string | Uint8Array;

/** Values for secrets: by name (`key`, `group/key` or `group/version/key`), or a function that knows them. */
export type SecretValues =
  | { readonly [name: string]: SecretValue }
  | ((secret: SecretRequest) => SecretValue | undefined);

/** Environment variables by name. */
export interface SecretEnvironment {
  readonly [name: string]: string | undefined;
}

/** Where secrets come from. */
export interface SecretSource {
  /** Values that come before all others. */
  readonly given?: SecretValues | undefined;
  /** The environment; that of the process by default. */
  readonly environment?: SecretEnvironment | undefined;
  /** Whether variables without a prefix are read too, as in local runs: `DB_PASSWORD`. */
  readonly isLocal?: boolean | undefined;
}

/** The value of a secret: given, from a variable, or from a file; undefined if there is none. @throws `OPTION_INVALID`, `STORAGE_FAILED` */
export function findSecret(name: SecretName, source: SecretSource): SecretValue | undefined {
  const environment = source.environment ?? process.env;
  const given = givenValue(name, source.given);
  if (given !== undefined) return given;
  for (const variable of variablesOf(name, source)) {
    const value = environment[variable];
    if (value !== undefined) return value;
  }
  return readFile(fileOf(name, environment));
}

/** The places where a secret was looked for, in words. */
export function placesOf(name: SecretName, source: SecretSource): readonly string[] {
  const variables = variablesOf(name, source).map((variable) => `the environment variable ${variable}`);
  const file = `the file ${uriWords(fileOf(name, source.environment ?? process.env))}`;
  const given = source.given === undefined ? [] : [`${JSON.stringify(secretWords(name))} in \`secrets\``];
  return [...given, ...variables, file];
}

/** The names of the variables that may hold a secret. */
export function variablesOf(
  name: SecretName,
  { environment = process.env, isLocal }: SecretSource,
): readonly string[] {
  const variable = namedParts(name)
    .map((part) => part.toUpperCase())
    .join("_");
  const prefix = environment["FLYTE_SECRETS_ENV_PREFIX"] ?? "_FSEC_";
  return [...new Set([`${prefix}${variable}`, ...(isLocal === true ? [variable] : [])])];
}

function fileOf(name: SecretName, environment: SecretEnvironment): string {
  const parts = namedParts(name).map((part) => part.toLowerCase());
  const prefix = environment["FLYTE_SECRETS_FILE_PREFIX"] ?? "";
  const folder = environment["FLYTE_SECRETS_DEFAULT_DIR"] ?? "/etc/secrets";
  return nodePath().join(folder, ...parts.slice(0, -1), `${prefix}${parts.at(-1) ?? ""}`);
}

function readFile(path: string): Uint8Array | undefined {
  try {
    return nodeFs().readFileSync(path);
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(cause))) return undefined;
    throw ioFault(cause, path, "Reading the secret at");
  }
}

function givenValue(name: SecretName, given: SecretValues | undefined): SecretValue | undefined {
  if (given === undefined) return undefined;
  const words = secretWords(name);
  const value: unknown =
    typeof given === "function"
      ? valueFrom(given, name)
      : Object.hasOwn(given, words)
        ? given[words]
        : undefined;
  if (value === undefined || typeof value === "string" || isBytes(value)) return value;
  // Nobody awaits it.
  if (value instanceof Promise) value.catch(() => {});
  const advice =
    value instanceof Promise
      ? "Read secrets before the run: a task does not wait for them."
      : "Give the value of a secret as a string or as a Uint8Array.";
  throw invalid(`${describeKind(value)} for ${JSON.stringify(words)}`, { advice });
}

function valueFrom(given: (secret: SecretRequest) => unknown, name: SecretName): unknown {
  try {
    return given({ ...name });
  } catch (cause) {
    const inWords = `a function that threw an error for ${JSON.stringify(secretWords(name))}`;
    throw invalid(inWords, { advice: "Look at the `cause` of this error.", cause });
  }
}

function invalid(
  inWords: string,
  { advice, cause }: { readonly advice: string; readonly cause?: unknown },
): Error {
  const params = { at: "the run", option: "secrets", wanted: "values of secrets", given: inWords, inWords };
  return errors.OPTION_INVALID({ ...params, advice }, cause === undefined ? {} : { cause });
}
