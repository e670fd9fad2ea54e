import { resolveType } from "../schemas/resolve-type.js";
import type { TypeLike } from "../types/infer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { withoutDefault } from "../types/without-default.js";

/** The transformer of a type that becomes a part of another: `part` is its name there, `of` the maker of the whole. */
export function innerType(type: TypeLike, part: string, of: string): TypeTransformer {
  return withoutDefault(resolveType(type, `the ${part} of ${of}`), part, of).transformer;
}
