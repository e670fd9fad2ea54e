import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf, simpleType } from "@flytekit-ts/core/types";
import { SimpleType } from "@flytekit-ts/core/literals";

/**
 * The literal type of `t.optional(t.error())`, which the engine gives a failure handler as `err`.
 *
 * Written out, because the makers of unions would be in every bundle of a workflow.
 */
export const ERROR_OR_NONE: idl.LiteralType = literalTypeOf({
  $case: "unionType",
  value: { variants: [variant(SimpleType.ERROR, "FlyteError"), variant(SimpleType.NONE, "none")] },
});

function variant(type: idl.SimpleType, tag: string): idl.LiteralType {
  return { ...simpleType(type), structure: { tag, dataclassType: new Map() } };
}
