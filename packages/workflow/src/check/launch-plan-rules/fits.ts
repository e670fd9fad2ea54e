import { isCastable } from "@flytekit-ts/core/plugin";
import type * as idl from "@flytekit-ts/models/core";

/** Whether the backend takes a value of type `from` where `to` is wanted. A type that is broken fits nothing. */
export function fits(from: idl.LiteralType, to: idl.LiteralType): boolean {
  try {
    return isCastable(from, to);
  } catch {
    return false;
  }
}
