import { atCaller } from "../errors/at-caller.js";
import { jsonProps } from "../schemas/json/json-props.js";
import { resolveSchema } from "../schemas/resolve-schema.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";

/** Makes `t.schema`. @throws `SCHEMA_NOT_REPRESENTABLE`, `VALUE_TOO_DEEP` */
export function schema(jsonSchema: unknown): FlyteType<unknown, unknown> {
  return atCaller(schema, () => {
    const props = jsonProps(jsonSchema, "t.schema");
    return makeType(resolveSchema(props, props, "t.schema"));
  });
}
