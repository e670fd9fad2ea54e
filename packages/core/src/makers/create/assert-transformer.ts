import type * as idl from "@flytekit-ts/models/core";

import * as errors from "../../errors.js";
import { isPlainObject } from "../../words/plain-object.js";

const ADVICE =
  "Write every part of `TypeTransformer`, or derive the type from an existing type with `deriveType`.";

/** Check that a transformer has all parts, before its type is used anywhere. @throws `OPTION_INVALID` */
export function assertTransformer(transformer: unknown): void {
  const refused = (option: string, wanted: string, given: unknown): Error =>
    errors.OPTION_INVALID({ at: "createType", option, wanted, given, advice: ADVICE });
  if (typeof transformer !== "object" || transformer === null)
    throw refused("transformer", "a TypeTransformer", transformer);
  for (const { part, wanted, isSound } of PARTS) {
    const given: unknown = Reflect.get(transformer, part);
    if (!isSound(given)) throw refused(`transformer.${part}`, wanted, given);
  }
}

interface Part {
  readonly part: string;
  readonly wanted: string;
  isSound(given: unknown): boolean;
}

const isText = (given: unknown): boolean => typeof given === "string" && given !== "";
const isFunction = (given: unknown): boolean => typeof given === "function";
const isDepth = (given: unknown): boolean =>
  given === undefined || (Number.isSafeInteger(given) && Number(given) >= 0);

const PARTS: readonly Part[] = [
  { part: "tag", wanted: "a string that is not empty", isSound: isText },
  { part: "words", wanted: "a string that is not empty", isSound: isText },
  { part: "literalType", wanted: "a LiteralType", isSound: isLiteralType },
  {
    part: "jsonSchema",
    wanted: "a JSON Schema",
    isSound: (given) => given === undefined || isPlainObject(given),
  },
  { part: "depth", wanted: "a number of messages", isSound: isDepth },
  ...["toLiteral", "fromLiteral", "write", "read"].map((part) => {
    return { part, wanted: "a function", isSound: isFunction };
  }),
  ...["toJson", "mayBe", "storing", "load", "toHtml"].map((part) => {
    return { part, wanted: "a function, or nothing", isSound: isOptionalFunction };
  }),
  { part: "members", wanted: "the types of the parts of a value", isSound: isMembers },
];

function isOptionalFunction(given: unknown): boolean {
  return given === undefined || isFunction(given);
}

function isMembers(given: unknown): boolean {
  if (given === undefined) return true;
  if (!isPlainObject(given)) return false;
  const { kind, fields, element, value, variants } = given;
  const all = (types: unknown): boolean =>
    (Array.isArray(types) || types instanceof Map) && [...types.values()].every(isTransformer);
  switch (kind) {
    case "record":
      return all(fields);
    case "list":
      return isTransformer(element);
    case "map":
      return isTransformer(value);
    default:
      return kind === "variants" && all(variants);
  }
}

function isTransformer(given: unknown): boolean {
  return typeof given === "object" && given !== null && "toLiteral" in given && "literalType" in given;
}

const KINDS: ReadonlySet<string> = new Set([
  "simple",
  "schema",
  "collectionType",
  "mapValueType",
  "blob",
  "enumType",
  "structuredDatasetType",
  "unionType",
] satisfies NonNullable<idl.LiteralType["type"]>["$case"][]);

function isLiteralType(given: unknown): boolean {
  if (!isPlainObject(given)) return false;
  const { type } = given as Partial<idl.LiteralType>;
  return isPlainObject(type) && KINDS.has(type["$case"]) && type["value"] !== undefined;
}
