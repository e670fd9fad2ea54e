import * as errors from "../errors.js";
import { describeKind, describeValue } from "../words/describe-value.js";
import { withArticle } from "../words/kind-words.js";
import { isPlainObject, isWellFormed, segmentOf } from "../words/plain-object.js";
import { isPromiseLike } from "../words/promise-like.js";
import { assertEntityName } from "./names.js";

/** Asserts an object that has only known options. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN` */
export function assertOptions(
  options: unknown,
  known: ReadonlySet<string>,
  at: string,
  advice?: string,
): void {
  const keys = isPlainObject(options) && !isPromiseLike(options) ? keysOf(options) : undefined;
  if (keys === undefined) throw errors.OPTIONS_NOT_AN_OBJECT({ at, given: describeValue(options), advice });
  const unknown = keys.find((key) => !known.has(key));
  if (unknown !== undefined) throw errors.OPTION_UNKNOWN({ at, option: unknown, known: [...known] });
  const hiding = keys.find((key) => !isReadable(options as object, key));
  if (hiding === undefined) return;
  const inWords = "a value that cannot be read";
  throw errors.OPTION_INVALID({ at, option: hiding, wanted: "a value", given: inWords, inWords });
}

function keysOf(options: object): readonly string[] | undefined {
  try {
    return Object.keys(options);
  } catch {
    // A proxy that does not let itself be read.
    return undefined;
  }
}

function isReadable(options: object, key: string): boolean {
  try {
    Reflect.get(options, key);
    return true;
  } catch {
    // A getter that throws.
    return false;
  }
}

/**
 * Asserts the options of a declaration, which include `name`. Returns the entity in words, for messages:
 * `workflow a.b`.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `NAME_INVALID`
 */
export function assertNamed(declaration: unknown, known: ReadonlySet<string>, kind: string): string {
  const name: unknown = isPlainObject(declaration) ? declaration["name"] : undefined;
  const at = typeof name === "string" ? `${kind} ${name}` : withArticle(kind);
  assertOptions(declaration, known, at, 'Pass one object with the options by name: `{ name: "load" }`.');
  assertEntityName(name, kind);
  return `${kind} ${name}`;
}

/**
 * Asserts a string that a message can hold: UTF-8 has no half of a surrogate pair, and an encoder would replace it.
 *
 * @throws `OPTION_INVALID`
 */
export function assertWellFormed(text: string, option: string, at: string): void {
  if (isWellFormed(text)) return;
  const advice = "Remove the half of a surrogate pair: it is often left when an emoji is cut in two.";
  throw errors.OPTION_INVALID({
    at,
    option,
    wanted: "a string of whole characters",
    ...hidden(text),
    advice,
  });
}

/** Asserts an option that is left out or is a string that is not empty. @throws `OPTION_INVALID` */
export function assertText(value: unknown, option: string, at: string): void {
  if (value === undefined) return;
  if (typeof value === "string" && value !== "") return assertWellFormed(value, option, at);
  const advice = `Give a string, or leave \`${option}\` out.`;
  throw errors.OPTION_INVALID({ at, option, wanted: "a string that is not empty", given: value, advice });
}

/** Asserts an option that is left out or is true or false. @throws `OPTION_INVALID` */
export function assertBoolean(value: unknown, option: string, at: string): void {
  if (value === undefined || typeof value === "boolean") return;
  const advice = `Give \`true\` or \`false\`, or leave \`${option}\` out.`;
  throw errors.OPTION_INVALID({ at, option, wanted: "true or false", given: value, advice });
}

/** Asserts an option that is left out or is an object of strings. @throws `OPTION_INVALID` */
export function assertTexts(value: unknown, option: string, at: string): void {
  if (value === undefined) return;
  if (!isPlainObject(value))
    throw errors.OPTION_INVALID({
      at,
      option,
      wanted: "strings by name",
      ...hidden(value),
      advice: `Give an object, such as \`${option}: { name: "value" }\`.`,
    });
  for (const [name, given] of Object.entries(value)) {
    assertWellFormed(name, option, at);
    const part = `${option}${segmentOf(name)}`;
    if (typeof given === "string") {
      assertWellFormed(given, part, at);
      continue;
    }
    const advice = "Make it a string, for example with `String(value)`.";
    throw errors.OPTION_INVALID({ at, option: part, wanted: "a string", ...hidden(given), advice });
  }
}

/** The parameters of an error about a value that may be secret: its kind in words, in place of the value. */
export function hidden(value: unknown): { readonly given: unknown; readonly inWords: string } {
  const inWords = describeKind(value);
  return { given: isPromiseLike(value) ? value : inWords, inWords };
}

/** Asserts the function of a declaration. @throws `FUNCTION_MISSING` */
export function assertFunction(fn: unknown, entity: string): void {
  if (typeof fn === "function") return;
  throw errors.FUNCTION_MISSING({ entity, ...(fn === undefined ? {} : { given: describeValue(fn) }) });
}
