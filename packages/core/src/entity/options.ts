import { errors } from "../errors.js";
import { describeValue } from "../types/describe-value.js";
import { isPlainObject } from "../types/plain-object.js";
import { assertEntityName } from "./names.js";

/** @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN` */
export function assertOptions(options: unknown, known: ReadonlySet<string>, at: string): void {
  if (!isPlainObject(options)) throw errors.OPTIONS_NOT_AN_OBJECT({ at, given: describeValue(options) });
  const unknown = Object.keys(options).find((key) => !known.has(key));
  if (unknown !== undefined) throw errors.OPTION_UNKNOWN({ at, option: unknown, known: [...known] });
}

/**
 * The options of a declaration, `name` among them; gives what to call it in messages: `workflow a.b`.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `NAME_INVALID`
 */
export function assertNamed(declaration: unknown, known: ReadonlySet<string>, kind: string): string {
  const name: unknown = isPlainObject(declaration) ? declaration["name"] : undefined;
  assertOptions(declaration, known, typeof name === "string" ? `${kind} ${name}` : `a ${kind}`);
  assertEntityName(name, kind);
  return `${kind} ${name}`;
}

/** An option that may be left out and is a text otherwise. @throws `OPTION_INVALID` */
export function assertText(value: unknown, option: string, at: string): void {
  if (value === undefined || (typeof value === "string" && value !== "")) return;
  throw errors.OPTION_INVALID({ at, option, wanted: "a text that is not empty", given: value });
}

/** An option that may be left out and is true or false otherwise. @throws `OPTION_INVALID` */
export function assertBoolean(value: unknown, option: string, at: string): void {
  if (value === undefined || typeof value === "boolean") return;
  throw errors.OPTION_INVALID({ at, option, wanted: "true or false", given: value });
}

/** An option that may be left out and gives texts by name otherwise. What is shown are names: texts may be secret. @throws `OPTION_INVALID` */
export function assertTexts(value: unknown, option: string, at: string): void {
  if (value === undefined) return;
  const wanted = "texts by name";
  if (!isPlainObject(value)) throw errors.OPTION_INVALID({ at, option, wanted, given: value });
  const entry = Object.entries(value).find(([, text]) => typeof text !== "string");
  if (entry !== undefined)
    throw errors.OPTION_INVALID({ at, option, wanted: "a text for each name", given: entry[0] });
}
