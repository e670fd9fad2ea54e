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
    if (error !== undefined) return { problem: `it is not YAML (${firstLine(error.message)})` };
    const reader = new ValueReader();
    const data = reader.dataOf(document.toJS({ mapAsMap: true, maxAliasCount: 100 }), 0);
    return reader.problem === undefined ? { data } : { problem: reader.problem };
  } catch (cause) {
    // What is nested too deeply for the stack.
    if (Reflect.get(Object(cause), "name") === "RangeError") return { problem: TOO_DEEP };
    // Too many aliases, or one without its anchor.
    return { problem: `it is not YAML (${firstLine(textOf(cause))})` };
  }
}

const TOO_DEEP = `it is nested more than ${DEEPEST} levels deep`;

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

// More parts are no inputs of anybody: a few aliases can stand for millions.
const MOST_PARTS = 1_000_000;

class ValueReader {
  problem: string | undefined;
  #parts = 0;

  dataOf(value: unknown, depth: number): Data {
    this.#parts += 1;
    if (depth > DEEPEST) return this.#fail(TOO_DEEP);
    if (this.#parts > MOST_PARTS) return this.#fail(`it has more than ${MOST_PARTS} parts`);
    switch (typeof value) {
      case "boolean":
      case "bigint":
      case "number":
      case "string":
        return value;
      default:
        return this.#partsOf(value, depth + 1);
    }
  }

  #partsOf(value: unknown, depth: number): Data {
    if (value === null || value === undefined || this.problem !== undefined) return null;
    if (Array.isArray(value)) return value.map((item) => this.dataOf(item, depth));
    if (!(value instanceof Map)) return this.#fail("it holds something that JSON cannot hold");
    const entries = new Map<string, Data>();
    for (const [key, item] of value as ReadonlyMap<unknown, unknown>) {
      if (typeof key === "object" && key !== null) return this.#fail("a key in it is not a text");
      entries.set(String(key), this.dataOf(item, depth));
    }
    return entries;
  }

  #fail(problem: string): null {
    this.problem ??= problem;
    return null;
  }
}
