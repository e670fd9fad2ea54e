import { coreErrors } from "@flytekit-ts/core/errors";
import { type RegisteredKind, RESOURCE_TYPES } from "./entity-reference.js";

/** A kind of entity, checked. @throws `OPTION_INVALID` */
export function assertKind(kind: unknown, at: string): RegisteredKind {
  if (typeof kind === "string" && Object.hasOwn(RESOURCE_TYPES, kind)) return kind as RegisteredKind;
  const wanted = '"task", "workflow" or "launch-plan"';
  throw coreErrors.OPTION_INVALID({ at, option: "kind", wanted, given: kind });
}
