import { mismatch } from "@flytekit-ts/core/types";
import type { Cell, LeafKind } from "../columns/cell.js";
import { cellOfJson } from "../columns/cell-of-json.js";
import type { Plan } from "../columns/plan.js";
import { parseInstant, parseSpan } from "../columns/time-text.js";
import { parseJson } from "./parse-json.js";

/**
 * The cell of a field of CSV, as pandas and this package write it. An empty field that has no quotes is nothing, and
 * an empty string where there cannot be nothing. Lists and maps are JSON, with all that is in them.
 *
 * @throws `VALUE_TYPE_MISMATCH`
 */
export function cellOfText(text: string | null, plan: Plan): Cell {
  if (text === null) return plan.kind === "string" && !plan.nullable ? "" : null;
  switch (plan.kind) {
    case "list":
    case "map":
    case "record":
      return cellOfJson(jsonOf(text, plan), plan);
    default: {
      if (text === "" && plan.kind !== "string") return null;
      const cell = LEAVES[plan.kind](text);
      if (cell === undefined) throw mismatch(plan.words, "other text");
      return cell;
    }
  }
}

function jsonOf(text: string, plan: Plan): unknown {
  try {
    return parseJson(text);
  } catch {
    throw mismatch(plan.words, "text that is not JSON");
  }
}

const LEAVES: { readonly [kind in LeafKind]: (text: string) => Cell | undefined } = {
  int: integerOf,
  float: floatOf,
  string: (text) => text,
  boolean: (text) => BOOLEANS.get(text.toLowerCase()),
  datetime: parseInstant,
  date: parseInstant,
  duration: parseSpan,
  bytes: bytesOf,
};

const BOOLEANS = new Map([
  ["true", true],
  ["false", false],
]);

// pandas writes the integers of a column with missing values as floats: `3.0`.
function integerOf(text: string): bigint | undefined {
  const digits = /^([+-]?\d+)(?:\.0*)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : BigInt(digits.replace("+", ""));
}

const WORDS = new Map([
  ["nan", NaN],
  ["inf", Infinity],
  ["infinity", Infinity],
  ["+inf", Infinity],
  ["-inf", -Infinity],
  ["-infinity", -Infinity],
]);

function floatOf(text: string): number | undefined {
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return WORDS.get(text.toLowerCase());
}

function bytesOf(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : undefined;
}
