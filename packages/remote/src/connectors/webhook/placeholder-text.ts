import { t } from "@flytekit-ts/core";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { type Json, resolveType } from "@flytekit-ts/core/types";
import type { Literal, Primitive, Scalar } from "@flytekit-ts/models/core";
import { pythonFloat, pythonJson } from "./python-text.js";

/** What stands for an input in a webhook: JSON, with floats apart, which Python writes in its own way. */
export type Placeholder =
  | Json
  | PythonFloat
  | readonly Placeholder[]
  | { readonly [name: string]: Placeholder };

/** A float, of which text shows that it is one: `1.0`. */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  toJSON(): number {
    return this.value;
  }

  toString(): string {
    return pythonFloat(this.value);
  }
}

/** What stands for an input in a webhook, as flytekit makes it of a literal. Undefined for a literal that it refuses. */
export function placeholderOf({ value }: Literal): Placeholder | undefined {
  switch (value?.$case) {
    case "scalar":
      return ofScalar(value.value);
    case "collection": {
      const items = value.value.literals.map(placeholderOf);
      return items.includes(undefined) ? undefined : (items as Placeholder[]);
    }
    case "map": {
      const entries = [...value.value.literals].map(([name, each]) => [name, placeholderOf(each)] as const);
      if (entries.some(([, each]) => each === undefined)) return undefined;
      return Object.fromEntries(entries) as { readonly [name: string]: Placeholder };
    }
    default:
      return undefined;
  }
}

const dict = resolveType(t.json(), "a record").transformer;

function ofScalar({ value }: Scalar): Placeholder | undefined {
  switch (value?.$case) {
    case "primitive":
      return ofPrimitive(value.value);
    case "noneType":
      return null;
    case "error":
      return value.value.message;
    case "blob":
    case "schema":
    case "structuredDataset":
      return value.value.uri;
    case "generic":
      return value.value as Json;
    case "binary":
      return value.value.tag === "msgpack"
        ? pythonJson(decodeLiteral(dict, { value: { $case: "scalar", value: { value } } } as Literal) as Json)
        : Buffer.from(value.value.value).toString("base64");
    case "union":
      return value.value.value === undefined ? undefined : placeholderOf(value.value.value);
    default:
      return undefined;
  }
}

function ofPrimitive({ value }: Primitive): Placeholder | undefined {
  switch (value?.$case) {
    case "integer": {
      const number = Number(value.value);
      // Beyond what a number holds, its text is exact.
      return Number.isSafeInteger(number) ? number : String(value.value);
    }
    case "floatValue":
      return new PythonFloat(value.value);
    case "boolean":
    case "stringValue":
      return value.value;
    case "datetime":
      return isoText(value.value);
    case "duration":
      return new PythonFloat(Number(value.value.seconds) + value.value.nanos / 1e9);
    default:
      return undefined;
  }
}

interface Time {
  readonly seconds: bigint;
  readonly nanos: number;
}

// Python has microseconds, and leaves them out where there are none.
function isoText({ seconds, nanos }: Time): string {
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  const micros = Math.floor(nanos / 1000);
  return `${whole}${micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`}+00:00`;
}
