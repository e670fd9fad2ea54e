import { FlyteFloat } from "@flytekit-ts/core";
import { textOf } from "../description/text-of.js";
import type { Field, Type, Value } from "../description/type.js";
import { floatOfHex } from "../random/scalars.js";

/** How values are made that the two uses of a description want in different forms: to be written, to be compared. */
export interface Forms {
  readonly union: (variant: Type, value: unknown) => unknown;
  readonly stored: (type: Stored, value: Value) => unknown;
}

type Stored = Type & { readonly kind: "file" | "directory" | "dataset" };
type Entries = readonly (readonly [Value, Value])[];

/** The value that is described. */
export function makeValue(type: Type, value: Value, forms: Forms): unknown {
  switch (type.kind) {
    case "int":
      return type.exact ? BigInt(textOf(value)) : Number(value);
    case "float":
      return floatOfHex(textOf(value));
    case "datetime":
      return type.exact ? timestampOf(BigInt(textOf(value))) : dateOf(BigInt(textOf(value)));
    case "duration":
      return type.exact ? BigInt(textOf(value)) * 1000n : Number(value) / 1000;
    case "binary":
      return new Uint8Array(Buffer.from(textOf(value), "hex"));
    case "none":
      return undefined;
    case "literal":
      return makeValue(type.of === "int" ? { kind: "int", exact: false } : { kind: type.of }, value, forms);
    case "json":
      return makeJson(value, type.exact);
    case "string":
    case "boolean":
    case "date":
    case "enum":
      return value;
    default:
      return makeComposite(type, value, forms);
  }
}

function makeComposite(type: Type, value: Value, forms: Forms): unknown {
  const make = (part: Type, described: Value): unknown => makeValue(part, described, forms);
  switch (type.kind) {
    case "list":
      return (value as readonly Value[]).map((each) => make(type.of, each));
    case "map":
      return Object.fromEntries((value as Entries).map(([key, each]) => [key, make(type.of, each)]));
    case "keyed":
      return new Map((value as Entries).map(([key, each]) => [make(type.key, key), make(type.of, each)]));
    case "optional":
      return value === null ? undefined : make(type.of, partOf(value, "some"));
    case "union": {
      const variant = type.of[Number(partOf(value, "variant"))];
      if (variant === undefined) throw new Error("a union has no such variant");
      return forms.union(variant, make(variant, partOf(value, "value")));
    }
    case "struct":
      return Object.fromEntries(
        type.fields.map((field, i) => [field.name, make(field.type, (value as readonly Value[])[i] ?? null)]),
      );
    case "error":
      return { message: partOf(value, "message"), failedNodeId: partOf(value, "node") };
    case "file":
    case "directory":
    case "dataset":
      return forms.stored(type, value);
    default:
      throw new Error(`no value of ${type.kind}`);
  }
}

/** A property of a described value. */
export function partOf(value: Value, name: string): Value {
  const part = (value as { readonly [name: string]: Value })[name];
  if (part === undefined) throw new Error(`a described value has no ${name}`);
  return part;
}

function timestampOf(micros: bigint): { seconds: bigint; nanos: number } {
  const rest = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return { seconds: (micros - rest) / 1_000_000n, nanos: Number(rest) * 1000 };
}

// What a `Date` cannot hold, a task can still receive and return: a date with the rest beside it.
function dateOf(micros: bigint): Date {
  const { seconds, nanos } = timestampOf(micros);
  const date = new Date(Number(seconds) * 1000 + Math.floor(nanos / 1e6));
  return Object.assign(date, { nanosOfMillisecond: nanos % 1e6 });
}

function makeJson(value: Value, exact: boolean): unknown {
  const [[kind, part] = ["none", null]] = Object.entries(value as { readonly [kind: string]: Value });
  switch (kind) {
    case "int":
      return intOf(textOf(part));
    case "float": {
      const float = floatOfHex(textOf(part));
      return exact && Number.isInteger(float) ? new FlyteFloat(float) : float;
    }
    case "binary":
      return new Uint8Array(Buffer.from(textOf(part), "hex"));
    case "list":
      return (part as readonly Value[]).map((each) => makeJson(each, exact));
    case "map":
      return makeJsonRecord(part as Entries, exact);
    case "none":
      return null;
    default:
      return part;
  }
}

/** Integers that a number holds are numbers, others bigints. */
function intOf(text: string): number | bigint {
  return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
}

function makeJsonRecord(entries: Entries, exact: boolean): unknown {
  const made = entries.map(([key, each]) => [makeJson(key, exact), makeJson(each, exact)] as const);
  const named = made.every(([key]) => typeof key === "string");
  return named ? Object.fromEntries(made) : new Map(made);
}

/** The rows of a dataset, which hold no files and no unions. */
export function rowsOf(columns: readonly Field[], value: Value): readonly object[] {
  const forms: Forms = { union: (_, each) => each, stored: (type) => type };
  return (partOf(value, "rows") as readonly (readonly Value[])[]).map((row) =>
    Object.fromEntries(columns.map(({ name, type }, i) => [name, makeValue(type, row[i] ?? null, forms)])),
  );
}
