import { textOf } from "@flytekit-ts/core/errors";
import type { CollectionTag, ScalarTag, Tags } from "yaml";
import { type Data, type DataRead, DEEPEST, MOST_DIGITS } from "./data.js";

/** Reads a text of YAML 1.2, of which every text of JSON is one. Anchors and aliases are followed, within bounds. */
export async function parseYaml(text: string): Promise<DataRead> {
  const { parseDocument } = await import("yaml");
  try {
    const document = parseDocument(text, {
      intAsBigInt: true,
      merge: true,
      uniqueKeys: false,
      logLevel: "silent",
      customTags: (tags) => tags.map(boundedInteger),
    });
    const [error] = document.errors;
    if (error !== undefined) return { problem: `it is no YAML (${firstLine(error.message)})` };
    return { data: dataOf(document.toJS({ mapAsMap: true, maxAliasCount: 100 }), 0) };
  } catch (cause) {
    if (cause instanceof NoData) return { problem: cause.message };
    if (cause instanceof RangeError) return { problem: TOO_DEEP };
    // Too many aliases, or one without its anchor.
    return { problem: `it is no YAML (${firstLine(textOf(cause))})` };
  }
}

const TOO_DEEP = `it is nested more than ${DEEPEST} levels deep`;

class NoData extends TypeError {}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/[.:]$/, "");
}

function boundedInteger(tag: Tags[number]): Tags[number] {
  return typeof tag === "object" && isInteger(tag) ? bounded(tag) : tag;
}

function isInteger(tag: ScalarTag | CollectionTag): tag is ScalarTag {
  return tag.tag === "tag:yaml.org,2002:int";
}

function bounded(tag: ScalarTag): ScalarTag {
  const { resolve } = tag;
  return {
    ...tag,
    resolve(source, onError, options) {
      if (source.length <= MOST_DIGITS) return resolve?.(source, onError, options);
      onError("an integer is too long");
      return 0;
    },
  };
}

function dataOf(value: unknown, depth: number): Data {
  if (depth > DEEPEST) throw new NoData(TOO_DEEP);
  switch (typeof value) {
    case "boolean":
    case "bigint":
    case "number":
    case "string":
      return value;
    default:
      if (value === null || value === undefined) return null;
      if (Array.isArray(value)) return value.map((item) => dataOf(item, depth + 1));
      if (value instanceof Map)
        return new Map([...value].map(([key, item]) => [keyOf(key), dataOf(item, depth + 1)]));
      throw new NoData("it holds something that JSON cannot hold");
  }
}

function keyOf(key: unknown): string {
  if (typeof key === "object" && key !== null) throw new NoData("a key in it is no text");
  return String(key);
}
