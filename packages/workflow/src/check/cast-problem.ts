import type * as idl from "@flytekit-ts/models/core";
import { isCastable } from "@flytekit-ts/core/plugin";

/** What the backend does with a value of one type where another is wanted. */
export type Cast = "castable" | "not-castable" | "crashes-backend";

/** What keeps a value of type `upstream` from being taken as `downstream`, if anything does. */
export function castProblem(
  upstream: idl.LiteralType,
  downstream: idl.LiteralType,
): Exclude<Cast, "castable"> | undefined {
  return isCastable(upstream, downstream) ? undefined : "not-castable";
}
