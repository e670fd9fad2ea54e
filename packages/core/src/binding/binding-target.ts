import type { TypeTransformer } from "../types/transformer.js";

/** Where a value goes: the declared type, and the place in words (`square.x`, `sum.xs[1]`). */
export interface BindingTarget {
  readonly type: TypeTransformer;
  readonly at: string;
}
