import { unknownType } from "@flytekit-ts/core/pulled";
import { simpleType, type TypeLike } from "@flytekit-ts/core/types";
import { SimpleType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import { jsonText } from "../text/json-text.js";
import { compactObject, type Property } from "../text/object-text.js";
import { quoted } from "../text/quoted.js";
import type { Schema } from "../schemas/json-schema.js";
import { registeredType } from "./registered-type.js";
import { typed, type Typed } from "./typed.js";

/** What is known of a type. */
interface Known {
  readonly literalType?: idl.LiteralType | undefined;
  readonly schema?: Schema | undefined;
}

/** A type that TypeScript has no values for, with the reason why. */
export function unknown(words: string, known: Known, tag = ""): Typed {
  const literalType = registeredType(known.literalType ?? simpleType(SimpleType.STRUCT));
  const { schema: jsonSchema } = known;
  const properties: Property[] = [{ name: "literalType", code: jsonText(literalType) }];
  if (tag !== "") properties.push({ name: "tag", code: quoted(tag) });
  if (jsonSchema !== undefined) properties.push({ name: "jsonSchema", code: jsonText(jsonSchema) });
  const options = {
    literalType,
    ...(tag === "" ? {} : { tag }),
    ...(jsonSchema === undefined ? {} : { jsonSchema }),
  };
  const made: TypeLike = unknownType(words, options);
  return typed(made, `unknownType(${quoted(words)}, ${compactObject(properties)})`, [`unknown: ${words}.`]);
}
