import type * as idl from "@flytekit-ts/models/core";

import { castability } from "./castability.js";

/** Whether the backend accepts a value of type `from` where `to` is wanted. */
export function isCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  return castability(from, to) === "castable";
}
