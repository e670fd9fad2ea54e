import type { DatasetReference, Dataset, FlyteDirectory, FlyteFile, UrlLike } from "./handles.js";

/** Lists and records at any depth as they may be written: also read-only, and files by their paths. */
export type ReadonlyData<T> = T extends readonly (infer V)[]
  ? readonly ReadonlyData<V>[]
  : T extends FlyteFile | FlyteDirectory
    ? T | string | UrlLike
    : T extends Dataset
      ? T | string | UrlLike | DatasetReference
      : T extends { readonly [name: string]: unknown }
        ? { readonly [P in keyof T]: ReadonlyData<T[P]> }
        : T;
