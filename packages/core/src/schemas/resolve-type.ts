import * as errors from "../errors.js";
import type { TypeLike } from "../types/infer.js";
import { isType, type RuntimeType, runtimeType } from "../types/runtime-type.js";
import { bareSchema } from "./bare-schema.js";
import { resolveSchema } from "./resolve-schema.js";
import { standardOf } from "./standard/standard-schema.js";

// False in a bundle that has no schemas of libraries, which then has no code to read them.
declare const FLYTEKIT_SCHEMAS: boolean | undefined;

// A schema is read once, wherever it is used.
const RESOLVED = new WeakMap<object, RuntimeType>();

/**
 * The run-time part of anything that may stand where a type is expected: a type of ours, or a schema of a library.
 *
 * @throws `TYPE_UNKNOWN`, with the place of the type (`inputs.x of task a.b`); `VERSIONS_MIXED`; for a schema
 * `SCHEMA_NOT_DESCRIBED`, `SCHEMA_NOT_REPRESENTABLE`, `SCHEMA_SIDES_DIFFER`, `SCHEMA_ASYNC`.
 */
export function resolveType(type: TypeLike, at: string): RuntimeType {
  if (isType(type)) return runtimeType(type, at);
  const props = standardOf(type);
  if (props === undefined) {
    const bare = bareSchema(type);
    if (bare !== undefined) throw errors.TYPE_UNKNOWN({ at, ...bare });
    return runtimeType(type, at);
  }
  if (typeof FLYTEKIT_SCHEMAS === "boolean" && !FLYTEKIT_SCHEMAS)
    throw errors.PART_LEFT_OUT({ what: `Reading the schema for ${at}`, part: "schemas" });
  const schema = type as object;
  const known = RESOLVED.get(schema);
  if (known !== undefined) return known;
  const resolved = resolveSchema(schema, props, at);
  RESOLVED.set(schema, resolved);
  return resolved;
}
