import type { Literal, LiteralType } from "@flytekit-ts/models/core";
import { SimpleType } from "../../literals/idl-enums.js";
import { MsgpackReader } from "../../literals/msgpack-reader.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { TypeTransformer } from "../../types/transformer.js";
import type { Faults } from "./faults.js";

/** Reports a literal that is of another kind than its type, and MessagePack that is of another than the JSON Schema. */
export function checkForms(type: TypeTransformer, value: unknown, literal: Literal, faults: Faults): void {
  const wanted = casesOf(type.literalType);
  const found = caseOf(literal);
  if (wanted !== undefined && found !== undefined && !wanted.includes(found))
    faults.add(
      `its literals are of the kind ${found}, but its literal type of the kind ${wanted.join(" or ")}`,
      "Write literals of `literalType`: Flyte and Python go by it.",
    );
  // What is stored may be written in another way into a record.
  if (type.storing !== undefined) return;
  const kinds = kindsOf(type.jsonSchema);
  const kind = kinds && kindWritten(type, value);
  if (kind !== undefined && kinds?.includes(kind) === false)
    faults.add(
      `\`write\` writes MessagePack of the kind ${kind}, but \`jsonSchema\` says ${kinds.join(" or ")}`,
      "Write what `jsonSchema` says: Python reads records by it.",
    );
}

// A STRUCT says nothing: Python writes some messages of protobuf as lists.
const SIMPLE: Readonly<Record<number, readonly string[]>> = {
  [SimpleType.NONE]: ["noneType"],
  [SimpleType.INTEGER]: ["integer"],
  [SimpleType.FLOAT]: ["floatValue"],
  [SimpleType.STRING]: ["stringValue"],
  [SimpleType.BOOLEAN]: ["boolean"],
  [SimpleType.DATETIME]: ["datetime"],
  [SimpleType.DURATION]: ["duration"],
  [SimpleType.BINARY]: ["binary"],
  [SimpleType.ERROR]: ["error"],
};

function casesOf({ type }: LiteralType): readonly string[] | undefined {
  switch (type?.$case) {
    case "simple":
      return SIMPLE[type.value];
    case "enumType":
      return ["stringValue"];
    case "collectionType":
      return ["collection"];
    case "mapValueType":
      return ["map"];
    case "unionType":
      return ["union"];
    case "blob":
      return ["blob"];
    default:
      return undefined;
  }
}

function caseOf({ value }: Literal): string | undefined {
  if (value?.$case === "offloadedMetadata") return undefined;
  if (value?.$case !== "scalar") return value?.$case;
  const scalar = value.value.value;
  return scalar?.$case === "primitive" ? scalar.value.value?.$case : scalar?.$case;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  integer: ["int"],
  number: ["int", "float"],
  string: ["string"],
  boolean: ["boolean"],
  array: ["list"],
  object: ["map"],
  null: ["nil"],
};

function kindsOf(schema: unknown): readonly string[] | undefined {
  const type: unknown = isPlainObject(schema) ? schema["type"] : undefined;
  return typeof type === "string" && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}

function kindWritten(type: TypeTransformer, value: unknown): string | undefined {
  try {
    const writer = new MsgpackWriter();
    type.write(value, writer);
    return new MsgpackReader(writer.finish()).next().kind;
  } catch {
    // A record of it tells why.
    return undefined;
  }
}
