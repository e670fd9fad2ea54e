import type { Signal } from "@flytekit-ts/core/storage";
import type { GivenScope } from "../ids/scope.js";
import type { Where } from "./conditions.js";

/** Which part of a list is asked for, and in which order. */
export interface PageQuery<F> {
  /** Conditions that all must hold. */
  readonly where?: Where<F> | undefined;
  /** The field to sort by, downward unless `ascending`. By default the newest come first; lists of names go by name. */
  readonly sort?: { readonly by: keyof F & string; readonly ascending?: boolean | undefined } | undefined;
  /** How many are asked for in one call: 1 to 10,000, by default 100. */
  readonly pageSize?: number | undefined;
  /** Where to go on: the `next` of a page. */
  readonly token?: string | undefined;
  readonly signal?: Signal | undefined;
}

/** What a list of entities takes. */
export interface ListQuery<F> extends PageQuery<F>, GivenScope {
  /** Only the versions of this entity. */
  readonly name?: string | undefined;
}
