import type { TypeTransformer } from "./transformer.js";

/** Whether none is a value of a type. */
export function isOptional({ tag, members }: TypeTransformer): boolean {
  if (tag === "none") return true;
  return members?.kind === "variants" && members.variants.some(isOptional);
}
