import { SimpleType } from "@flytekit-ts/core/literals";
import { isOptional, mismatch, type TypeTransformer } from "@flytekit-ts/core/types";
import {
  Binary,
  Bool,
  type DataType,
  DateDay,
  DurationMicrosecond,
  Field,
  Float64,
  Int64,
  List,
  Map_ as ArrowMap,
  Struct,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";

/** How the values of a column become values of Arrow: its type there, and the raw value of each. */
export interface ArrowWriter {
  readonly type: DataType;
  readonly nullable: boolean;
  write(value: unknown): unknown;
}

const keep = (value: unknown): unknown => value;

/** The writer of a type whose values are exact: integers bigints, datetimes `{ seconds, nanos }`, durations nanoseconds. */
export function writerOf(type: TypeTransformer): ArrowWriter {
  if (isOptional(type) && type.members?.kind === "variants") {
    const [inner = type] = type.members.variants.filter((variant) => variant.tag !== "none");
    const writer = writerOf(inner);
    return {
      ...writer,
      nullable: true,
      write: (value) => (value === undefined || value === null ? null : writer.write(value)),
    };
  }
  return { nullable: false, ...(partsWriter(type) ?? leafWriter(type)) };
}

type Present = Pick<ArrowWriter, "type" | "write">;

function partsWriter({ members }: TypeTransformer): Present | undefined {
  if (members?.kind === "list") {
    const element = writerOf(members.element);
    const type = new List(new Field("element", element.type, element.nullable));
    return { type, write: (value) => (value as readonly unknown[]).map(element.write) };
  }
  if (members?.kind === "map") {
    const item = writerOf(members.value);
    const entry = new Struct([
      new Field("key", new Utf8(), false),
      new Field("value", item.type, item.nullable),
    ]);
    const entries = (value: unknown): [string, unknown][] => Object.entries(value as object);
    return {
      type: new ArrowMap(new Field("entries", entry, false) as never),
      write: (value) => new Map(entries(value).map(([key, part]) => [key, item.write(part)])),
    };
  }
  if (members?.kind !== "record") return undefined;
  const fields = [...members.fields].map(([name, field]) => ({ name, writer: writerOf(field) }));
  return {
    type: new Struct(fields.map(({ name, writer }) => new Field(name, writer.type, writer.nullable))),
    write: (value) =>
      Object.fromEntries(
        fields.map(({ name, writer }) => [
          name,
          writer.write((value as Readonly<Record<string, unknown>>)[name]),
        ]),
      ),
  };
}

function leafWriter({ literalType, tag, jsonSchema }: TypeTransformer): Present {
  if (jsonSchema?.["format"] === "base64") return { type: new Binary(), write: keep };
  const simple = literalType.type?.$case === "simple" ? literalType.type.value : SimpleType.STRING;
  switch (simple) {
    case SimpleType.INTEGER:
      return { type: new Int64(), write: (value) => BigInt(value as bigint | number) };
    case SimpleType.FLOAT:
      return { type: new Float64(), write: keep };
    case SimpleType.BOOLEAN:
      return { type: new Bool(), write: keep };
    case SimpleType.DATETIME:
      return tag === "date"
        ? { type: new DateDay(), write: (value) => Date.parse(value as string) / 86_400_000 }
        : { type: new TimestampMicrosecond("UTC"), write: microsecondsOf };
    case SimpleType.DURATION:
      return { type: new DurationMicrosecond(), write: (value) => inMicroseconds(value as bigint) };
    default:
      return { type: new Utf8(), write: keep };
  }
}

function microsecondsOf(value: unknown): bigint {
  const { seconds, nanos } = value as { readonly seconds: bigint; readonly nanos: number };
  return inMicroseconds(seconds * 1_000_000_000n + BigInt(nanos));
}

function inMicroseconds(nanoseconds: bigint): bigint {
  if (nanoseconds % 1000n === 0n) return nanoseconds / 1000n;
  throw mismatch("a time in whole microseconds, which Arrow tables have here", "one that is finer");
}
