import type { Forms } from "./make-value.js";

/** The form of described values in which they are compared with what was decoded. */
export const expected: Forms = {
  union: (_variant, value) => value,
  stored: (type, value) => ({ stored: type.kind, value }),
};
