import type { PulledKind } from "./source/pull-source.js";

/** What names a version of an entity. */
export interface PulledId {
  readonly kind: PulledKind;
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string;
}

/** A pulled module. */
export interface PulledModule {
  /** The module, to be written to a `.ts` file: `writePulled` does that. */
  readonly text: string;
  /** The entities in it; `as` is the name that it exports each under. */
  readonly entities: readonly (PulledId & { readonly as: string })[];
  /** What no reference can name, and why: an input with a space in its name. The module says so, too. */
  readonly leftOut: readonly (PulledId & { readonly why: string })[];
}
