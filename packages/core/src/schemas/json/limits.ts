import { isDate } from "node:util/types";
import { isPlainObject } from "../../words/plain-object.js";
import { type Check, issue } from "./check.js";

type Measure = (value: unknown) => number | bigint | undefined;

const numeric: Measure = (value) =>
  typeof value === "number" || typeof value === "bigint" ? value : undefined;
const length: Measure = (value) => (typeof value === "string" ? countPoints(value) : undefined);
const items: Measure = (value) => (Array.isArray(value) ? value.length : undefined);
const keys: Measure = (value) => (isPlainObject(value) ? Object.keys(value).length : undefined);
const time: Measure = (value) => (isDate(value) ? value.getTime() : undefined);
const bytes: Measure = (value) => (value instanceof Uint8Array ? value.length : undefined);

// JSON Schema counts code points, and not the units of UTF-16.
function countPoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

interface Limit {
  readonly of: Measure;
  readonly words: string;
  holds(value: number | bigint, limit: number | bigint): boolean;
}

const least = (of: Measure, words: string): Limit => ({ of, words, holds: (value, limit) => value >= limit });
const most = (of: Measure, words: string): Limit => ({ of, words, holds: (value, limit) => value <= limit });

const LIMITS: { readonly [keyword: string]: Limit } = {
  minimum: least(numeric, "be at least"),
  maximum: most(numeric, "be at most"),
  exclusiveMinimum: { of: numeric, words: "be more than", holds: (value, limit) => value > limit },
  exclusiveMaximum: { of: numeric, words: "be less than", holds: (value, limit) => value < limit },
  multipleOf: { of: numeric, words: "be a multiple of", holds: isMultiple },
  minLength: least(length, "have at least so many characters:"),
  maxLength: most(length, "have at most so many characters:"),
  minItems: least(items, "have at least so many items:"),
  maxItems: most(items, "have at most so many items:"),
  minProperties: least(keys, "have at least so many keys:"),
  maxProperties: most(keys, "have at most so many keys:"),
  minByteLength: least(bytes, "have at least so many bytes:"),
  maxByteLength: most(bytes, "have at most so many bytes:"),
  minimumTimestamp: least(time, "be at least"),
  maximumTimestamp: most(time, "be at most"),
  exclusiveMinimumTimestamp: { of: time, words: "be more than", holds: (value, limit) => value > limit },
  exclusiveMaximumTimestamp: { of: time, words: "be less than", holds: (value, limit) => value < limit },
};

function isMultiple(value: number | bigint, of: number | bigint): boolean {
  if (typeof value === "number" && typeof of === "number") return Number.isInteger(value / of);
  return Number.isInteger(Number(of)) && BigInt(value) % BigInt(of) === 0n;
}

/** Whether a keyword limits values by one number. */
export function isLimit(keyword: string): boolean {
  return Object.hasOwn(LIMITS, keyword);
}

/** The check of such a keyword; undefined if its value is no number that can limit anything. */
export function limitCheck(keyword: string, limit: unknown): Check | undefined {
  const rule = LIMITS[keyword];
  const isNumber = Number.isFinite(limit) || typeof limit === "bigint";
  if (rule === undefined || !isNumber || (keyword === "multipleOf" && !(Number(limit) > 0))) return undefined;
  const bound = limit as number | bigint;
  return (value) => {
    const measured = rule.of(value);
    return measured === undefined || rule.holds(measured, bound)
      ? undefined
      : issue(`must ${rule.words} ${bound}`);
  };
}
