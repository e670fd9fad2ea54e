import { SimpleType } from "@flytekit-ts/models/core";
import type * as idl from "@flytekit-ts/models/core";
import { describeLiteral, msgpackLiteral } from "../../literals/literal.js";
import { describeToken, type MsgpackReader } from "../../literals/msgpack-reader.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { simpleType } from "../literal-type.js";
import { describeValue, mismatch, within } from "../mismatch.js";
import { segmentOf } from "../plain-object.js";
import type { TypeTransformer } from "../transformer.js";
import { structSchema } from "./struct-schema.js";

/** A field of a record: its type, and the value it has where none is given. */
export interface Field {
  readonly transformer: TypeTransformer;
  readonly default?: { readonly value: unknown };
}

type RecordValue = Readonly<Record<string, unknown>>;

/**
 * Records: named fields in declared order, as MessagePack.
 *
 * The literal type carries the schema in flytekit's dataclass dialect (the backend compares those of a
 * producer and a consumer) and the type of each field (it checks attribute paths with them).
 */
export function structTransformer(name: string, fields: ReadonlyMap<string, Field>): TypeTransformer<RecordValue> {
  const words = `record ${name}`;
  const types = new Map([...fields].map(([key, { transformer }]) => [key, transformer]));
  const jsonSchema = structSchema(name, fields);
  const write = (value: unknown, writer: MsgpackWriter): void => writeRecord(value, { words, fields, writer });
  return {
    tag: "Object-Dataclass-Transformer",
    words,
    literalType: structType(types, jsonSchema),
    jsonSchema,
    depth: 6 + Math.max(0, ...[...types.values()].map(({ depth }) => depth)),
    members: { kind: "record", fields: types },
    toLiteral(value) {
      const writer = new MsgpackWriter();
      write(value, writer);
      return msgpackLiteral(writer.finish());
    },
    fromLiteral(literal) {
      throw mismatch(words, describeLiteral(literal));
    },
    write,
    read: (reader) => readRecord(reader, words, fields),
  };
}

const MSGPACK_ANNOTATION = { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } };

function structType(
  types: ReadonlyMap<string, TypeTransformer>,
  jsonSchema: { readonly [key: string]: unknown },
): idl.LiteralType {
  const dataclassType = new Map([...types].map(([key, { literalType }]) => [key, literalType]));
  return {
    ...simpleType(SimpleType.STRUCT),
    metadata: jsonSchema,
    annotation: MSGPACK_ANNOTATION,
    structure: { tag: "", dataclassType },
  };
}

interface Writing {
  readonly words: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly writer: MsgpackWriter;
}

function writeRecord(value: unknown, { words, fields, writer }: Writing): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw mismatch(words, describeValue(value));
  }
  const unknown = Object.keys(value).find((key) => !fields.has(key));
  if (unknown !== undefined) throw within(segmentOf(unknown), mismatch(`no such field in ${words}`, "one"));
  const given = value as RecordValue;
  writer.map(fields.size);
  for (const [key, field] of fields) {
    writer.string(key);
    try {
      field.transformer.write(Object.hasOwn(given, key) ? orDefault(given[key], field) : field.default?.value, writer);
    } catch (error) {
      throw within(segmentOf(key), error);
    }
  }
}

function orDefault(value: unknown, field: Field): unknown {
  return value === undefined ? field.default?.value : value;
}

function readRecord(reader: MsgpackReader, words: string, fields: ReadonlyMap<string, Field>): RecordValue {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words, describeToken(token));
  const found = new Map<string, unknown>();
  for (let i = 0; i < token.size; i += 1) {
    const key = reader.next();
    const field = key.kind === "string" ? fields.get(key.value) : undefined;
    // A field we do not know comes from a later version of the record; flytekit passes over it too.
    if (key.kind !== "string" || field === undefined) reader.skip();
    else found.set(key.value, readField(reader, key.value, field));
  }
  return Object.fromEntries([...fields].map(([key, field]) => [key, fieldOf(found, key, field)]));
}

function readField(reader: MsgpackReader, key: string, { transformer }: Field): unknown {
  try {
    return transformer.read(reader);
  } catch (error) {
    throw within(segmentOf(key), error);
  }
}

function fieldOf(found: ReadonlyMap<string, unknown>, key: string, field: Field): unknown {
  if (found.has(key)) return found.get(key);
  if (field.default !== undefined) return field.default.value;
  if (isOptional(field.transformer)) return undefined;
  throw within(segmentOf(key), mismatch(field.transformer.words, "nothing"));
}

/** Whether a type takes none. */
export function isOptional({ tag, members }: TypeTransformer): boolean {
  if (tag === "none") return true;
  return members?.kind === "variants" && members.variants.some(isOptional);
}
