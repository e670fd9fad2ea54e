import type { TypeTransformer } from "@flytekit-ts/core/types";
import { typeWords } from "../inputs/kinds/type-words.js";

const OR_NONE = ", or none";

/** What a type is called in signatures: `int`, `list of float`, `optional datetime`. */
export function typeName(transformer: TypeTransformer): string {
  const { name } = typeWords(transformer);
  if (!name.endsWith(OR_NONE)) return name;
  const inner = name.slice(0, -OR_NONE.length);
  return `optional ${inner.includes(" or ") ? `(${inner})` : inner}`;
}
