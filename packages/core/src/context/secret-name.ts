import * as errors from "../errors.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject, isWellFormed } from "../words/plain-object.js";

/** The name of a secret, as the task declares it in `secrets`. */
export interface SecretRequest {
  /** The group of the secret, if the store of secrets has groups. */
  readonly group?: string | undefined;
  readonly key?: string | undefined;
  /** The version of the group, if the store keeps several versions. */
  readonly version?: string | undefined;
}

/** A request, checked. At least one of group and key is there. */
export interface SecretName {
  readonly group: string | undefined;
  readonly version: string | undefined;
  readonly key: string | undefined;
}

const PARTS = ["group", "version", "key"] as const;

/** The name of a secret from `"key"`, `"group/key"`, `"group/version/key"`, or its parts. @throws `OPTION_INVALID` */
export function secretNameOf(request: unknown): SecretName {
  const given = typeof request === "string" ? partsOf(request) : request;
  if (!isPlainObject(given)) throw invalid(describeValue(request));
  const unknown = Object.keys(given).find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined)
    throw errors.OPTION_UNKNOWN({ at: "`secrets.get`", option: unknown, known: PARTS });
  for (const part of PARTS) {
    const value = given[part];
    if (value !== undefined && !isPart(value))
      throw invalid(`a ${part} that is ${typeof value === "string" ? "no name" : describeValue(value)}`);
  }
  const { group, version, key } = given as SecretRequest;
  if (group === undefined && key === undefined) throw invalid("neither a group nor a key");
  return { group, version, key };
}

/** The parts of a name that it has, in the order of Flyte. */
export function namedParts({ group, version, key }: SecretName): readonly string[] {
  return [group, version, key].filter((part) => part !== undefined);
}

/** A name in one string: `group/key`. */
export function secretWords(name: SecretName): string {
  return namedParts(name).join("/");
}

function partsOf(text: string): unknown {
  const parts = text.split("/");
  const [first, second, third] = parts;
  if (parts.length === 1) return { key: first };
  if (parts.length === 2) return { group: first, key: second };
  return parts.length === 3 ? { group: first, version: second, key: third } : undefined;
}

// It becomes a part of a path and of the name of a variable.
function isPart(value: unknown): boolean {
  return (
    typeof value === "string" &&
    !["", ".", ".."].includes(value) &&
    isWellFormed(value) &&
    !/[/\\\0=]/.test(value)
  );
}

// What was given is not shown: it may be the secret itself.
function invalid(inWords: string): Error {
  return errors.OPTION_INVALID({
    at: "`secrets.get`",
    option: "secret",
    wanted: "the name of a secret",
    given: inWords,
    inWords,
    advice: 'Name it as the task declares it: `secrets.get({ group: "db", key: "password" })`.',
  });
}
