import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "../literals/idl-enums.js";
import { describeLiteral, msgpackLiteral } from "../literals/literal.js";
import { describeToken, type MsgpackReader } from "../literals/msgpack-reader.js";
import { MsgpackWriter } from "../literals/msgpack-writer.js";
import { withoutAnnotations } from "../types/annotated.js";
import { depthOf, depthOfJson } from "../types/depth-of.js";
import { isOptional } from "../types/is-optional.js";
import { simpleType } from "../literals/literal-type.js";
import { atKey, mismatch, refused, within } from "../types/mismatch.js";
import { fieldIn, isRecordValue, type RecordValue } from "../types/record-value.js";
import { shorten } from "../words/enumerate.js";
import { isList, segmentOf } from "../words/plain-object.js";
import type { RuntimeType } from "../types/runtime-type.js";
import type { JsonSchema, TypeTransformer } from "../types/transformer.js";
import { recordParts } from "./parts/record-parts.js";
import { structSchema } from "./struct-schema.js";

type Fields = ReadonlyMap<string, RuntimeType>;

/**
 * Records: named fields in declared order, written as MessagePack.
 *
 * The literal type has the JSON Schema in flytekit's dialect for dataclasses, which the backend compares when it
 * casts a record. It also has the type of each field, with which the backend checks attribute paths.
 */
export function structTransformer(name: string, fields: Fields): TypeTransformer<RecordValue> {
  const words = `record ${shorten(name)}`;
  const types = new Map([...fields].map(([key, { transformer }]) => [key, transformer]));
  const jsonSchema = structSchema(name, fields);
  const write = (value: unknown, writer: MsgpackWriter): void =>
    writeRecord(value, { words, fields, writer });
  return {
    tag: "Object-Dataclass-Transformer",
    words,
    literalType: structType(types, jsonSchema),
    jsonSchema,
    depth: deepest(depthOfJson(jsonSchema), types.values()),
    members: { kind: "record", fields: types },
    mayBe: isRecordValue,
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
    ...recordParts(fields),
  };
}

// A loop: a call cannot take as many arguments as a record may have fields.
function deepest(depth: number, types: Iterable<TypeTransformer>): number {
  let most = depth;
  for (const type of types) most = Math.max(most, depthOf(type) + 3);
  return most;
}

const MSGPACK_ANNOTATION = { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } };

function structType(types: ReadonlyMap<string, TypeTransformer>, jsonSchema: JsonSchema): idl.LiteralType {
  const dataclassType = new Map(
    [...types].map(([key, { literalType }]) => [key, withoutAnnotations(literalType)]),
  );
  return {
    ...simpleType(SimpleType.STRUCT),
    metadata: jsonSchema,
    annotation: MSGPACK_ANNOTATION,
    structure: { tag: "", dataclassType },
  };
}

interface Writing {
  readonly words: string;
  readonly fields: Fields;
  readonly writer: MsgpackWriter;
}

function writeRecord(value: unknown, { words, fields, writer }: Writing): void {
  if (!isRecordValue(value)) {
    throw refused(value, words, isList(value) ? "list-for-single" : undefined);
  }
  const unknown = Object.keys(value).find((key) => !fields.has(key));
  if (unknown !== undefined) {
    throw within(
      segmentOf(unknown),
      mismatch(`nothing (${words} has no such field)`, "a value", "unknown-field"),
    );
  }
  writer.map(fields.size);
  for (const [key, field] of fields) {
    writer.string(key);
    const given = fieldIn(value, key);
    atKey(key, () => field.transformer.write(given === undefined ? field.default?.value : given, writer));
  }
}

function readRecord(reader: MsgpackReader, words: string, fields: Fields): RecordValue {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words, describeToken(token));
  const found = new Map<string, unknown>();
  for (let i = 0; i < token.size; i += 1) {
    const key = reader.key();
    const field = key === undefined ? undefined : fields.get(key);
    // An unknown field comes from a later version of the record. As in flytekit, it is skipped.
    if (key === undefined || field === undefined) reader.skip();
    else
      found.set(
        key,
        atKey(key, () => field.transformer.read(reader)),
      );
  }
  return Object.fromEntries([...fields].map(([key, field]) => [key, fieldOf(found, key, field)]));
}

function fieldOf(found: ReadonlyMap<string, unknown>, key: string, field: RuntimeType): unknown {
  if (found.has(key)) return found.get(key);
  if (field.default !== undefined) return field.default.value;
  if (isOptional(field.transformer)) return undefined;
  throw within(segmentOf(key), mismatch(field.transformer.words, "nothing"));
}
