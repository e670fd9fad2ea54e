import type { TypeLike } from "../types/infer.js";
import { type RuntimeType, runtimeType } from "../types/runtime-type.js";

/**
 * The run-time part of anything that may stand where a type is expected: a type of ours, or a schema of a library.
 *
 * @throws `TYPE_UNKNOWN`, with the place of the type (`inputs.x of task a.b`); `VERSIONS_MIXED`.
 */
export function resolveType(type: TypeLike, at: string): RuntimeType {
  return runtimeType(type, at);
}
