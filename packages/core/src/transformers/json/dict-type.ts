import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "../../literals/idl-enums.js";
import { simpleType } from "../../literals/literal-type.js";

/** The literal type of what is a `dict` for flytekit, whatever is in it. */
export function dictType(): idl.LiteralType {
  return {
    ...simpleType(SimpleType.STRUCT),
    annotation: { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } },
  };
}

/** How many messages are nested in its annotation, beyond those of a scalar. */
export const DICT_DEPTH = 4;
