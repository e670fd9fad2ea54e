import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/core/literals";

/**
 * Whether an input of this type may be left unbound.
 *
 * The backend reads the simple kind of each variant of a union; 0 is the kind none. A list, a map or any other
 * variant without a simple kind reads as 0 too, so the backend overlooks that such an input is missing.
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
