/** Lists and records at any depth as they may be written: also read-only. */
export type ReadonlyData<T> = T extends readonly (infer V)[]
  ? readonly ReadonlyData<V>[]
  : T extends { readonly [name: string]: unknown }
    ? { readonly [P in keyof T]: ReadonlyData<T[P]> }
    : T;
