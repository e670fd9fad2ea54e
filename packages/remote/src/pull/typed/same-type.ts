import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";

const NOTHING: idl.LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};

/** Whether two literal types are the same message. */
export function isSameType(one: idl.LiteralType, other: idl.LiteralType): boolean {
  return Buffer.from(encode(idl.LiteralType, one)).equals(encode(idl.LiteralType, other));
}

/** Whether a part of two literal types is the same. */
export function isSamePart(
  part: keyof idl.LiteralType,
  one: idl.LiteralType,
  other: idl.LiteralType,
): boolean {
  return isSameType({ ...NOTHING, [part]: one[part] }, { ...NOTHING, [part]: other[part] });
}
