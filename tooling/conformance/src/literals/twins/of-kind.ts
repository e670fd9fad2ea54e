import type { Described } from "../described/described.js";

/** A described type of one kind. */
export type OfKind<K extends Described["kind"]> = Extract<Described, { readonly kind: K }>;
