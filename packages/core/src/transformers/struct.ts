import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "../literals/idl-enums.js";
import { describeLiteral, msgpackLiteral } from "../literals/literal.js";
import { MsgpackWriter } from "../literals/msgpack-writer.js";
import { withoutAnnotations } from "../types/annotated.js";
import { depthOf, depthOfJson } from "../types/depth-of.js";
import { simpleType } from "../literals/literal-type.js";
import { mismatch } from "../types/mismatch.js";
import { isRecordValue, type RecordValue } from "../types/record-value.js";
import { shorten } from "../words/enumerate.js";
import type { RuntimeType } from "../types/runtime-type.js";
import type { JsonSchema, TypeTransformer } from "../types/transformer.js";
import { recordParts } from "./parts/record-parts.js";
import { blankRecord } from "./records/blank-record.js";
import { fieldsOf } from "./records/record-field.js";
import { isRecursive } from "./records/recursive-schema.js";
import { readRecord, type RecordToRead } from "./records/read-record.js";
import { type RecordType, writeRecord } from "./records/write-record.js";
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
  // Not before a value is converted: most types of a program are only declared.
  let known: RecordToConvert | undefined;
  const record = (): RecordToConvert => (known ??= recordToConvert(words, fields));
  const write = (value: unknown, writer: MsgpackWriter): void => writeRecord(value, writer, record());
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
    read: (reader) => readRecord(reader, record()),
    ...recordParts(fields),
  };
}

type RecordToConvert = RecordToRead & RecordType;

function recordToConvert(words: string, types: Fields): RecordToConvert {
  const fields = fieldsOf(types);
  const places = new Map(fields.map(({ key }, place) => [key, place]));
  return { words, fields, names: places, places, blank: blankRecord(fields) };
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
    metadata: isRecursive(jsonSchema) ? undefined : jsonSchema,
    annotation: MSGPACK_ANNOTATION,
    structure: { tag: "", dataclassType },
  };
}
