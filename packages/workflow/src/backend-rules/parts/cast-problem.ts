import type * as idl from "@flytekit-ts/models/core";
import { type Castability, castability } from "@flytekit-ts/core/casts";

/** What keeps a value of type `upstream` from being taken as `downstream`, if anything does. */
export function castProblem(
  upstream: idl.LiteralType,
  downstream: idl.LiteralType,
): Exclude<Castability, "castable"> | undefined {
  const cast = castability(upstream, downstream);
  return cast === "castable" ? undefined : cast;
}
