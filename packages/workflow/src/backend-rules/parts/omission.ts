import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/core/literals";

/**
 * Whether an input of this type may be left unbound.
 *
 * The backend asks each variant of a union for its simple kind and takes 0 for none. A list, a map or any other
 * variant without a simple kind says 0 too, so it overlooks that such an input is missing.
 */
export function omissionOf({ type }: idl.LiteralType): "allowed" | "overlooked" | "refused" {
  if (type?.$case !== "unionType") return "refused";
  const { variants } = type.value;
  if (variants.some(isNone)) return "allowed";
  return variants.some((variant) => variant.type?.$case !== "simple") ? "overlooked" : "refused";
}

function isNone({ type }: idl.LiteralType): boolean {
  return type?.$case === "simple" && type.value === SimpleType.NONE;
}
