import { unknownType } from "@flytekit-ts/core/pulled";
import { simpleType, type JsonSchema, type TypeLike } from "@flytekit-ts/core/types";
import { SimpleType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import { jsonText } from "../text/json-text.js";
import { literalTypeParts } from "../text/literal-type-text.js";
import { compactObject, type Property } from "../text/object-text.js";
import { quoted } from "../text/quoted.js";
import type { Schema } from "../schemas/json-schema.js";
import { typed, type Typed } from "./typed.js";

/** What is known of a type. */
interface Known {
  readonly literalType?: idl.LiteralType | undefined;
  readonly schema?: Schema | undefined;
}

/** A type that TypeScript has no values for, with the reason why. */
export function unknown(words: string, { literalType, schema }: Known, tag = ""): Typed {
  const type: idl.LiteralType = literalType ?? simpleType(SimpleType.STRUCT);
  const jsonSchema = schema as JsonSchema | undefined;
  const properties: Property[] = [{ name: "literalType", code: literalTypeParts(type) }];
  if (tag !== "") properties.push({ name: "tag", code: quoted(tag) });
  if (jsonSchema !== undefined) properties.push({ name: "jsonSchema", code: jsonText(jsonSchema) });
  const options = {
    literalType: type,
    ...(tag === "" ? {} : { tag }),
    ...(jsonSchema === undefined ? {} : { jsonSchema }),
  };
  const made: TypeLike = unknownType(words, options);
  return typed(made, `unknownType(${quoted(words)}, ${compactObject(properties)})`, [`unknown: ${words}.`]);
}
