import { castability } from "@flytekit-ts/core/plugin";
import type * as idl from "@flytekit-ts/models/core";

/** Whether the backend takes a value of type `from` where `to` is wanted, without breaking on the two. */
export function fits(from: idl.LiteralType, to: idl.LiteralType): boolean {
  return castability(from, to) === "castable";
}
