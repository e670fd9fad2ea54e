import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { assertFieldName } from "../options/names.js";
import { resolveType } from "../schemas/resolve-type.js";
import { structTransformer } from "../transformers/struct.js";
import type { FlyteType, Shape } from "../types/infer.js";
import { isType, makeRecordType, type RuntimeType } from "../types/runtime-type.js";
import { isPlainObject, isWellFormed } from "../words/plain-object.js";
import { shallow } from "../types/depth-of.js";

/** Makes `t.struct`. @throws `STRUCT_NAME_INVALID`, `OPTION_INVALID`, `VARIABLE_NAME_INVALID`, `TYPE_UNKNOWN`. */
export function struct(name: string, fields: Shape): FlyteType<unknown, unknown> {
  return atCaller(struct, () => {
    const types = fieldsOf(name, fields);
    const transformer = shallow(structTransformer(name, types));
    return makeRecordType(name, { transformer });
  });
}

function fieldsOf(name: string, fields: Shape): ReadonlyMap<string, RuntimeType> {
  if (typeof name !== "string" || name === "" || !isWellFormed(name))
    throw errors.STRUCT_NAME_INVALID({ name });
  if (!isPlainObject(fields) || isType(fields))
    throw errors.OPTION_INVALID({
      at: `record ${name}`,
      option: "fields",
      wanted: "types by name",
      given: fields,
      advice: `Name each field: \`t.struct(${JSON.stringify(name)}, { name: t.string() })\`.`,
    });
  return new Map(
    Object.entries(fields).map(([key, type]) => {
      assertFieldName(key, `a field of record ${name}`);
      return [key, resolveType(type, `field ${key} of record ${name}`)];
    }),
  );
}
