import type { TypeTransformer } from "./transformer.js";

/** Whether a type takes none. */
export function isOptional({ tag, members }: TypeTransformer): boolean {
  if (tag === "none") return true;
  return members?.kind === "variants" && members.variants.some(isOptional);
}
