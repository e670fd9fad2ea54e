import { t } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { SimpleType } from "@flytekit-ts/core/literals";
import { simpleType, type TypeLike } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { docComment, lineComments, quoted } from "../text/quoted.js";
import { objectText, type Property } from "../text/object-text.js";
import { definedAs } from "../schemas/document.js";
import { exactly } from "../typed/exactly.js";
import { fieldsOf, keyword, requiredOf, type Schema, textAt } from "../schemas/json-schema.js";
import { readField } from "./read-field.js";
import type { Asked, OpenRecord, Reading } from "./reading.js";
import { schemaAlone } from "../schemas/schema-alone.js";
import { simple } from "../typed/simple-types.js";
import { transformerOf, typed, type Typed } from "../typed/typed.js";

/** Reads a record: the class of the module that it becomes. Without a title, it is called as where it is defined. */
export function readRecord(asked: Asked, reading: Reading): Typed {
  const { schema = {}, document } = asked;
  const open = reading.open.get(schema);
  if (open !== undefined) return itself(open, reading);
  const isPlain = asked.literalType === undefined;
  const known = isPlain ? reading.records.get(schema) : undefined;
  if (known !== undefined) return known;
  const title = textAt(schema, "title") || definedAs(schema, document) || "Record";
  const record: OpenRecord = { title };
  reading.open.set(schema, record);
  try {
    const made = declared(asked, reading, record);
    record.type = made.type;
    if (isPlain) reading.records.set(schema, made);
    return made;
  } finally {
    reading.open.delete(schema);
  }
}

function declared(asked: Asked, reading: Reading, record: OpenRecord): Typed {
  const { schema = {} } = asked;
  const fields = readFields(asked, reading);
  let bare: Typed;
  try {
    const types: Record<string, TypeLike> = {};
    for (const [name, { type }] of fields)
      Object.defineProperty(types, name, { value: type, enumerable: true });
    const body = objectText([...fields].map(([name, made]) => propertyOf(name, made, schema)));
    bare = typed(t.struct(record.title, types), `t.struct(${quoted(record.title)}, ${body})`);
  } catch (error) {
    // A field that no record of ours can have, such as one with a space in its name.
    if (!isFlytekitError(error)) throw error;
    return typed(t.json(), simple.json().code, [
      `unknown fields: flytekit-ts has no such record as ${record.title} (${error.text}).`,
    ]);
  }
  const made = exactly(bare, wantedOf(asked));
  const name = reading.declarations.add(
    {
      title: record.title,
      doc: textAt(schema, "description"),
      base: made.code,
      fields: new Map([...fields].map(([field, each]) => [field, transformerOf(each).words])),
    },
    record.name,
  );
  return typed(made.type, name);
}

function readFields(asked: Asked, reading: Reading): ReadonlyMap<string, Typed> {
  const { schema = {}, literalType, document } = asked;
  const required = new Set(requiredOf(schema));
  const types = literalType?.structure?.dataclassType;
  return new Map(
    fieldsOf(schema).map(([name, field]) => [
      name,
      readField(
        { literalType: types?.get(name), schema: field, document, isRequired: required.has(name) },
        reading,
      ),
    ]),
  );
}

function propertyOf(name: string, made: Typed, schema: Schema): Property {
  const properties = keyword(schema, "properties") as Schema | undefined;
  const doc = textAt(keyword(properties, name) as Schema | undefined, "description");
  return { name, code: made.code, before: `${docComment(doc)}${lineComments(made.notes)}` };
}

const PYDANTIC = "Pydantic Transformer";

function wantedOf({ literalType, document, schema = {}, isVariant: anyStructure = false }: Asked): {
  readonly literalType?: idl.LiteralType;
  readonly anyStructure: boolean;
  readonly tag?: string;
} {
  const tag = document?.isPydantic === true ? { tag: PYDANTIC } : {};
  if (literalType !== undefined) return { literalType, anyStructure, ...tag };
  const alone = schemaAlone(schema, document);
  if (alone === undefined) return { anyStructure: true, ...tag };
  const annotation = { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } };
  const type = { ...simpleType(SimpleType.STRUCT), metadata: alone, annotation };
  return { literalType: type, anyStructure: true, ...tag };
}

// A record inside itself. Its class is named now, before it is declared.
function itself(open: OpenRecord, reading: Reading): Typed {
  const name = (open.name ??= reading.declarations.reserve(open.title));
  const type = t.lazy((): t.Type<unknown> => (open.type ?? t.json()) as t.Type<unknown>);
  return typed(type, `t.lazy((): t.Type<${name}> => ${name})`);
}
