import { t, type TypeLike } from "@flytekit-ts/core";
import { mismatch } from "@flytekit-ts/core/types";
import { DataType, DateUnit, type Field, TimeUnit } from "apache-arrow";

/** How the values of an Arrow type become values of Flyte: the type that holds all of them exactly. */
export interface ArrowReader {
  readonly type: TypeLike;
  /** The value of Flyte, of one that a vector of raw types gives. */
  read(raw: unknown): unknown;
}

const SECOND = 1_000_000_000n;
const DAY = 86_400_000;

/** The reader of a field, whose values may be missing. @throws `VALUE_TYPE_MISMATCH` for types that no column has. */
export function readerOf({ name, type }: Field): ArrowReader {
  const present = presentReader(type);
  if (present === undefined)
    throw mismatch("an Arrow table of types that columns have", `one with ${name}: ${String(type)}`);
  const { read } = present;
  return {
    type: t.optional(present.type),
    read: (raw) => (raw === null || raw === undefined ? undefined : read(raw)),
  };
}

function presentReader(type: DataType): ArrowReader | undefined {
  if (DataType.isDictionary(type)) return presentReader(type.dictionary);
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) return listReader(type);
  if (DataType.isMap(type)) return mapReader(type);
  if (DataType.isStruct(type)) return recordReader(type);
  return leafReader(type);
}

/** A type with children. */
interface Nested {
  readonly children: readonly Field[];
}

const keep = (raw: unknown): unknown => raw;

function leafReader(type: DataType): ArrowReader | undefined {
  if (DataType.isInt(type)) return { type: t.int({ bigint: true }), read: keep };
  if (DataType.isFloat(type)) return { type: t.float(), read: keep };
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return { type: t.string(), read: keep };
  if (DataType.isBool(type)) return { type: t.boolean(), read: keep };
  if (DataType.isNull(type)) return { type: t.string(), read: () => undefined };
  if (DataType.isBinary(type) || DataType.isLargeBinary(type) || DataType.isFixedSizeBinary(type))
    return { type: t.binary(), read: (raw) => new Uint8Array(raw as Uint8Array) };
  if (DataType.isTimestamp(type)) {
    const unit = unitOf(type.unit);
    return { type: t.datetime({ exact: true }), read: (raw) => timestampOf((raw as bigint) * unit) };
  }
  if (DataType.isDuration(type)) {
    const unit = unitOf(type.unit);
    return { type: t.duration({ exact: true }), read: (raw) => (raw as bigint) * unit };
  }
  if (!DataType.isDate(type)) return undefined;
  const size = type.unit === DateUnit.DAY ? DAY : 1;
  return { type: t.date(), read: (raw) => dayOf(Number(raw) * size) };
}

function unitOf(unit: TimeUnit): bigint {
  return UNITS[unit];
}

const UNITS: { readonly [unit in TimeUnit]: bigint } = {
  [TimeUnit.SECOND]: SECOND,
  [TimeUnit.MILLISECOND]: 1_000_000n,
  [TimeUnit.MICROSECOND]: 1000n,
  [TimeUnit.NANOSECOND]: 1n,
};

function timestampOf(nanoseconds: bigint): { readonly seconds: bigint; readonly nanos: number } {
  const rest = ((nanoseconds % SECOND) + SECOND) % SECOND;
  return { seconds: (nanoseconds - rest) / SECOND, nanos: Number(rest) };
}

function dayOf(milliseconds: number): string {
  if (milliseconds % DAY !== 0) throw mismatch("a day", "a date with a time of day");
  return new Date(milliseconds).toISOString().slice(0, -"T00:00:00.000Z".length);
}

function listReader({ children }: Nested): ArrowReader | undefined {
  const [field] = children;
  const element = field && readerOf(field);
  return (
    element && {
      type: t.list(element.type),
      read: (raw) => [...(raw as Iterable<unknown>)].map(element.read),
    }
  );
}

function mapReader({ children }: Nested): ArrowReader | undefined {
  const field = (children[0]?.type as Nested | undefined)?.children[1];
  const value = field && readerOf(field);
  return (
    value && {
      type: t.map(value.type),
      read: (raw) =>
        Object.fromEntries(
          [...(raw as Iterable<[string, unknown]>)].map(([key, item]) => [key, value.read(item)]),
        ),
    }
  );
}

function recordReader({ children }: Nested): ArrowReader {
  const fields = children.map((field) => ({ name: field.name, reader: readerOf(field) }));
  return {
    type: t.struct("Row", Object.fromEntries(fields.map(({ name, reader }) => [name, reader.type]))),
    read: (raw) =>
      Object.fromEntries(
        fields.map(({ name, reader }) => [
          name,
          reader.read((raw as Readonly<Record<string, unknown>>)[name]),
        ]),
      ),
  };
}
