import { SimpleType } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import type { LeafKind } from "./cell.js";
import { isBytes } from "./cell-of-bytes.js";

/** The kind of values that a type has in a file; undefined for types whose values have parts. */
export function leafKind(type: TypeTransformer): LeafKind | undefined {
  if (isBytes(type)) return "bytes";
  const { type: kind } = type.literalType;
  if (kind?.$case === "enumType") return "string";
  if (kind?.$case !== "simple") return undefined;
  return type.tag === "date" ? "date" : KINDS.get(kind.value);
}

const KINDS: ReadonlyMap<number, LeafKind> = new Map([
  [SimpleType.INTEGER, "int"],
  [SimpleType.FLOAT, "float"],
  [SimpleType.STRING, "string"],
  [SimpleType.BOOLEAN, "boolean"],
  [SimpleType.DATETIME, "datetime"],
  [SimpleType.DURATION, "duration"],
]);
