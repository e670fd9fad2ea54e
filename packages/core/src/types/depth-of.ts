import type { TypeTransformer } from "./transformer.js";

/** How many messages are nested in the literals or in the literal type of a type. */
export function depthOf({ depth = 0 }: TypeTransformer): number {
  return depth;
}
