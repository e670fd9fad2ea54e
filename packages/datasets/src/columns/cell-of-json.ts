import { describeValue } from "@flytekit-ts/core/errors";
import { mismatch, within } from "@flytekit-ts/core/types";
import { type Cell, emptyRecord, type LeafKind } from "./cell.js";
import { fieldSegment } from "./field-segment.js";
import type { Plan } from "./plan.js";
import { parseInstant } from "./time-text.js";

/** The cell of a JSON value, whose integers are bigints and whose floats numbers. @throws `VALUE_TYPE_MISMATCH` */
export function cellOfJson(json: unknown, plan: Plan): Cell {
  if (json === null || json === undefined) return null;
  switch (plan.kind) {
    case "list":
      if (!Array.isArray(json)) throw unlike(json, plan);
      return json.map((item: unknown, i) => at(`[${i}]`, () => cellOfJson(item, plan.element)));
    case "map":
      return new Map(
        entriesOf(json, plan).map(([key, item]) => [
          key,
          at(fieldSegment(key), () => cellOfJson(item, plan.value)),
        ]),
      );
    case "record": {
      const given = new Map(entriesOf(json, plan));
      const cells = emptyRecord();
      for (const [name, field] of plan.fields)
        cells[name] = at(fieldSegment(name), () => cellOfJson(given.get(name), field));
      return cells;
    }
    default: {
      const cell = LEAVES[plan.kind](json);
      if (cell === undefined) throw unlike(json, plan);
      return cell;
    }
  }
}

function unlike(json: unknown, { words }: Plan): Error {
  return mismatch(words, describeValue(json));
}

function entriesOf(json: unknown, plan: Plan): [string, unknown][] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw unlike(json, plan);
  return Object.entries(json);
}

const LEAVES: { readonly [kind in LeafKind]: (json: unknown) => Cell | undefined } = {
  int: (json) =>
    typeof json === "bigint" ? json : Number.isSafeInteger(json) ? BigInt(json as number) : undefined,
  // An integer that a float holds exactly: writers may leave the point out.
  float: (json) =>
    typeof json === "bigint" ? exactFloat(json) : typeof json === "number" ? json : undefined,
  string: (json) => (typeof json === "string" ? json : undefined),
  boolean: (json) => (typeof json === "boolean" ? json : undefined),
  datetime: instant,
  date: instant,
  duration: (json) => (typeof json === "number" || typeof json === "bigint" ? nanoseconds(json) : undefined),
  bytes: (json) => (typeof json === "string" ? bytesOf(json) : undefined),
};

function exactFloat(value: bigint): number | undefined {
  return BigInt(Number(value)) === value ? Number(value) : undefined;
}

function instant(json: unknown): bigint | undefined {
  return typeof json === "string" ? parseInstant(json) : undefined;
}

// The whole seconds and the rest are converted separately: the product has more digits than a number can hold.
function nanoseconds(seconds: number | bigint): bigint | undefined {
  if (typeof seconds === "bigint") return seconds * 1_000_000_000n;
  if (!Number.isFinite(seconds)) return undefined;
  const whole = Math.trunc(seconds);
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.round((seconds - whole) * 1_000_000)) * 1000n;
}

function bytesOf(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : undefined;
}

function at<T>(segment: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw within(segment, error);
  }
}
