import type * as idl from "@flytekit-ts/models/core";
import type { PromiseTarget } from "./promise-target.js";

/** Where the value of one variable comes from. */
export interface Binding {
  readonly var: string;
  readonly binding: BindingData;
}

/** A promise, a constant, or a list or map that mixes them. */
export type BindingData =
  | { readonly kind: "promise"; readonly target: PromiseTarget }
  | { readonly kind: "constant"; readonly scalar: idl.Scalar }
  | { readonly kind: "list"; readonly items: readonly BindingData[] }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, BindingData> };

/** The promises inside binding data, in the order they were written. */
export function* promisesOf(data: BindingData): Generator<PromiseTarget> {
  switch (data.kind) {
    case "promise":
      yield data.target;
      break;
    case "list":
      for (const item of data.items) yield* promisesOf(item);
      break;
    case "map":
      for (const item of data.entries.values()) yield* promisesOf(item);
      break;
    case "constant":
      break;
  }
}
