import type * as idl from "@flytekit-ts/models/core";
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
  return cut(ofScalar(scalar));
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
  const value = literal?.value;
  switch (value?.$case) {
    case "scalar":
      return ofScalar(value.value);
    case "collection":
      return `[${value.value.literals.slice(0, LONGEST).map(words).join(", ")}]`;
    case "map": {
      const entries = [...value.value.literals].slice(0, LONGEST);
      return `{ ${entries.map(([key, each]) => `${key}: ${words(each)}`).join(", ")} }`;
    }
    case "offloadedMetadata":
      return value.value.uri;
    default:
      return "nothing";
  }
}

function ofScalar(scalar: idl.Scalar | undefined): string {
  const value = scalar?.value;
  switch (value?.$case) {
    case "primitive":
      return primitiveWords(value.value);
    case "blob":
    case "schema":
    case "structuredDataset":
      return value.value.uri;
    case "binary":
      return value.value.tag === "msgpack"
        ? unpacked(value.value.value)
        : `${value.value.value.length} bytes`;
    case "noneType":
      return "none";
    case "error":
      return value.value.message;
    case "generic":
      return JSON.stringify(value.value);
    case "union":
      return words(value.value.value);
    default:
      return "nothing";
  }
}

function unpacked(bytes: Uint8Array): string {
  try {
    return msgpackWords(bytes);
  } catch {
    // A picture shows what it can: the value is read, and its faults told, where it is used.
    return `${bytes.length} bytes`;
  }
}

function timeWords({ seconds, nanos }: { readonly seconds: bigint; readonly nanos: number }): string {
  const time = new Date(Number(seconds) * 1000 + nanos / 1e6);
  return Number.isNaN(time.getTime()) ? "a datetime" : time.toISOString().replace(".000Z", "Z");
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
