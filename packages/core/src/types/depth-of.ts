import type { TypeTransformer } from "./transformer.js";

/** How many messages are nested inside the literals or the literal type of a type. */
export function depthOf({ depth = 0 }: TypeTransformer): number {
  return depth;
}
