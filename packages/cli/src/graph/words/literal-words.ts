import type * as idl from "@flytekit-ts/models/core";
import { foldLiteral, foldScalar, type LiteralFold } from "../../values/fold-literal.js";
import { msgpackWords } from "./msgpack-words.js";
import { spanWords } from "./span-words.js";

/** The most characters that a value gets. */
const LONGEST = 200;

/** A literal in words, as an author would write it: `3`, `"a"`, `[1, 2]`, `s3://bucket/key`. Long ones are cut. */
export function literalWords(literal: idl.Literal | undefined): string {
  return cut(words(literal));
}

/** A scalar in words. */
export function scalarWords(scalar: idl.Scalar | undefined): string {
  return cut(foldScalar(scalar, IN_WORDS));
}

/** A primitive in words. */
export function primitiveWords(primitive: idl.Primitive | undefined): string {
  const value = primitive?.value;
  switch (value?.$case) {
    case "integer":
      return value.value.toString();
    case "floatValue":
      return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
    case "stringValue":
      return JSON.stringify(value.value);
    case "boolean":
      return String(value.value);
    case "datetime":
      return timeWords(value.value);
    case "duration":
      return spanWords(Number(value.value.seconds) * 1000 + value.value.nanos / 1e6);
    default:
      return "nothing";
  }
}

function words(literal: idl.Literal | undefined): string {
  return foldLiteral(literal, IN_WORDS);
}

const IN_WORDS: LiteralFold<string> = {
  absent: "nothing",
  none: "none",
  primitive: primitiveWords,
  uri: (uri) => uri,
  bytes: sizeWords,
  record: unpacked,
  generic: (value) => JSON.stringify(value) ?? "nothing",
  list: (items) => `[${items.slice(0, LONGEST).map(words).join(", ")}]`,
  map: (entries) => {
    const shown = [...entries].slice(0, LONGEST);
    return `{ ${shown.map(([key, each]) => `${key}: ${words(each)}`).join(", ")} }`;
  },
  error: (message) => message,
};

function sizeWords({ length }: Uint8Array): string {
  return `${length} bytes`;
}

function unpacked(bytes: Uint8Array): string {
  try {
    return msgpackWords(bytes);
  } catch {
    // A picture shows what it can: the value is read, and its faults told, where it is used.
    return sizeWords(bytes);
  }
}

function timeWords({ seconds, nanos }: { readonly seconds: bigint; readonly nanos: number }): string {
  const time = new Date(Number(seconds) * 1000 + nanos / 1e6);
  return Number.isNaN(time.getTime()) ? "a datetime" : time.toISOString().replace(".000Z", "Z");
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
