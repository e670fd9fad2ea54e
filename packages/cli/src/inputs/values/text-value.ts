import type { TypeTransformer } from "@flytekit-ts/core/types";
import { isList, isObject } from "../documents/data.js";
import { readBytes, readText } from "../documents/read-text.js";
import { type Kind, kindOf } from "../kinds/kind-of.js";
import { typeWords } from "../kinds/type-words.js";
import { booleanOf } from "../texts/boolean.js";
import { datetimeOf } from "../texts/datetime.js";
import { durationOf } from "../texts/duration.js";
import { floatOf, intOf } from "../texts/numbers.js";
import { dataValue } from "./data-value.js";
import { bytesOf, constantValue } from "./leaf-of-data.js";
import { type Around, type Outcome, shown } from "./outcome.js";
import { placeValue } from "./place-value.js";
import {
  booleanValue,
  dateValue,
  datetimeValue,
  durationValue,
  floatValue,
  intValue,
  stringValue,
} from "./scalars.js";
import { sourceOf, type TextSource } from "./text-source.js";
import { ofVariant } from "./union-of-data.js";
import { isNot } from "./is-not.js";

/** The value that a text stands for, which somebody typed for an input of this type. */
export async function textValue(
  transformer: TypeTransformer,
  text: string,
  around: Around,
): Promise<Outcome> {
  const kind = kindOf(transformer);
  if (text.startsWith("@") && readsFiles(kind)) return ofFile(transformer, text, around);
  return sourceValue(transformer, sourceOf(text, around), around);
}

// A text that stands for itself, or for a path, names no file to read.
const WHOLE: ReadonlySet<Kind["kind"]> = new Set([
  "string",
  "enum",
  "choice",
  "file",
  "directory",
  "dataset",
  "binary",
]);
const PARTS: ReadonlySet<Kind["kind"]> = new Set(["list", "map", "record", "json", "error"]);

function readsFiles(kind: Kind): boolean {
  return kind.kind === "union"
    ? kind.variants.every((each) => readsFiles(kindOf(each)))
    : !WHOLE.has(kind.kind) && !PARTS.has(kind.kind);
}

// A text of a file ends with its line.
async function ofFile(transformer: TypeTransformer, text: string, around: Around): Promise<Outcome> {
  const inside = sourceOf(text, around);
  const kinds = kindOf(transformer);
  if (kinds.kind === "union" && kinds.variants.some((each) => PARTS.has(kindOf(each).kind)))
    return sourceValue(transformer, inside, around);
  const read = await readText(text.slice(1), around);
  if ("problem" in read)
    return { problem: `${shown(text)} names a file: ${read.problem}; ${typeWords(transformer).fits}` };
  return sourceValue(transformer, sourceOf(read.text.replace(/\r?\n$/, ""), around), around);
}

async function sourceValue(
  transformer: TypeTransformer,
  source: TextSource,
  around: Around,
): Promise<Outcome> {
  const kind = kindOf(transformer);
  if (kind.kind === "union") return unionOfText(transformer, kind.variants, source, around);
  if (PARTS.has(kind.kind)) return partsOf(transformer, source, around);
  if (kind.kind === "binary") return bytesValue(transformer, source.text, around);
  const outcome = leafOf(kind, transformer, source.text, around);
  if (outcome !== undefined && "value" in outcome) return outcome;
  const { name, fits } = typeWords(transformer);
  const what =
    outcome === undefined
      ? kind.kind === "enum" || kind.kind === "choice"
        ? "is none of them"
        : isNot(name)
      : outcome.problem;
  return { problem: `${shown(source.text)} ${what}; ${fits}` };
}

function leafOf(kind: Kind, transformer: TypeTransformer, text: string, around: Around): Outcome | undefined {
  switch (kind.kind) {
    case "int":
      return mapped(intOf(text), (value) => intValue(transformer, value));
    case "float":
      return mapped(floatOf(text), (value) => floatValue(transformer, value));
    case "string":
      return stringValue(transformer, text);
    case "boolean":
      return mapped(booleanOf(text), (value) => booleanValue(transformer, value));
    case "datetime":
      return mapped(datetimeOf(text, around.now), (value) => datetimeValue(transformer, value));
    case "date":
      return mapped(datetimeOf(text, around.now), (value) => dateValue(transformer, value));
    case "duration":
      return mapped(durationOf(text), (value) => durationValue(transformer, value));
    case "none":
      return /^(?:null|none)$/i.test(text) ? { value: undefined } : undefined;
    case "enum":
      return kind.values.includes(text) ? stringValue(transformer, text) : undefined;
    case "choice":
      return mapped(
        kind.values.find((value) => isMeant(value, text)),
        (value) =>
          constantValue(transformer, value, typeof value === "number" ? (intOf(text) ?? null) : null),
      );
    case "file":
    case "directory":
    case "dataset":
      return placeValue(transformer, text, around);
    default:
      return undefined;
  }
}

function mapped<T>(value: T | undefined, make: (value: T) => Outcome): Outcome | undefined {
  return value === undefined ? undefined : make(value);
}

function isMeant(constant: string | number | boolean, text: string): boolean {
  if (typeof constant === "string") return constant === text;
  if (typeof constant === "boolean") return booleanOf(text) === constant;
  return Object.is(Number(intOf(text) ?? floatOf(text) ?? Number.NaN), constant);
}

async function partsOf(transformer: TypeTransformer, source: TextSource, around: Around): Promise<Outcome> {
  const read = await source.data();
  if ("data" in read) return dataValue(transformer, read.data, { ...around, isInRecord: false });
  const { name, fits } = typeWords(transformer);
  return { problem: `${shown(source.text)} ${isNot(name)}: ${read.problem}; ${fits}` };
}

const BASE64 = "base64:";

async function bytesValue(transformer: TypeTransformer, text: string, around: Around): Promise<Outcome> {
  const { fits } = typeWords(transformer);
  if (text.startsWith(BASE64)) {
    const bytes = bytesOf(text.slice(BASE64.length));
    return bytes === undefined ? { problem: `${shown(text)} has no base64; ${fits}` } : { value: bytes };
  }
  const read = await readBytes(text.replace(/^@/, ""), around);
  return "bytes" in read
    ? { value: new Uint8Array(read.bytes) }
    : { problem: `${shown(text)} is not a file with bytes: ${read.problem}; ${fits}` };
}

/**
 * The value of a union: of the first variant that takes the text, and of a string only if no other does, as flytekit reads it.
 * None comes last: a union with strings has no text for it.
 */
async function unionOfText(
  union: TypeTransformer,
  variants: readonly TypeTransformer[],
  source: TextSource,
  around: Around,
): Promise<Outcome> {
  const ordered = variants.toSorted((a, b) => lateness(a) - lateness(b));
  const problems: string[] = [];
  let isBound = false;
  for (const variant of ordered) {
    // JSON of a list is meant as a list, also if it is none of these.
    if (isBound && !PARTS.has(kindOf(variant).kind)) continue;
    const outcome = await sourceValue(variant, source, around);
    if ("value" in outcome) return ofVariant(union, variant, outcome.value);
    if (kindOf(variant).kind !== "none") problems.push(outcome.problem);
    isBound ||= await isOfShape(variant, source);
  }
  const [only, second] = problems;
  const { name, fits } = typeWords(union);
  const isOptional = variants.length > problems.length && !isBound;
  if (only !== undefined && (second === undefined || isBound))
    return { problem: `${only}${isOptional ? ", or null for none" : ""}` };
  return { problem: `${shown(source.text)} ${isNot(name)}; ${fits}` };
}

function lateness(variant: TypeTransformer): number {
  const { kind } = kindOf(variant);
  return kind === "none" ? 2 : kind === "string" ? 1 : 0;
}

async function isOfShape(variant: TypeTransformer, source: TextSource): Promise<boolean> {
  const { kind } = kindOf(variant);
  if (kind !== "list" && kind !== "map" && kind !== "json") return false;
  const read = await source.data();
  if (!("data" in read)) return false;
  return kind === "list" ? isList(read.data) : isObject(read.data);
}
