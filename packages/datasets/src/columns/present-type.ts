import { isOptional, type TypeTransformer } from "@flytekit-ts/core/types";

/** The type of the values that are there, and whether there may be none. */
export function presentType(type: TypeTransformer): {
  readonly present: TypeTransformer;
  readonly nullable: boolean;
} {
  if (!isOptional(type) || type.members?.kind !== "variants") return { present: type, nullable: false };
  const [present = type] = type.members.variants.filter((variant) => variant.tag !== "none");
  return { present: presentType(present).present, nullable: true };
}
