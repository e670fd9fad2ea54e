import type * as idl from "@flytekit-ts/models/core";
import { type Castability, castability } from "@flytekit-ts/core/casts";

/** Why a value of type `upstream` cannot be used as `downstream`; `undefined` if it can. */
export function castProblem(
  upstream: idl.LiteralType,
  downstream: idl.LiteralType,
): Exclude<Castability, "castable"> | undefined {
  const cast = castability(upstream, downstream);
  return cast === "castable" ? undefined : cast;
}
