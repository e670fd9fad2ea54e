import type { Identifier } from "@flytekit-ts/models/core";
import type { RegisteredKind } from "../../entities/ids/entity-reference.js";
import type { Uploaded } from "../../transfer/uploaded.js";

/** An entity of a registration, and whether this registration brought it to the cluster. */
export interface RegisteredEntity {
  readonly kind: RegisteredKind;
  readonly id: Identifier;
  /** `unchanged` if it was there before with the same structure, `planned` if nothing was sent. */
  readonly outcome: "created" | "unchanged" | "planned";
}

/** What a registration did. */
export interface Registration {
  readonly project: string;
  readonly domain: string;
  /** The version that was given, or the one that was made from the content. */
  readonly version: string;
  /** In the order of their messages: an entity comes after those that it uses. */
  readonly entities: readonly RegisteredEntity[];
  /** The launch plans that are active now. */
  readonly activated: readonly Identifier[];
  /** Where the archive of the code is, if there is one. */
  readonly code?: Uploaded | undefined;
}

/** A step of a registration, for those who show progress. */
export type RegistrationEvent =
  | { readonly kind: "prepared"; readonly version: string; readonly entities: number }
  | { readonly kind: "uploaded"; readonly code: Uploaded }
  | {
      readonly kind: "registered";
      readonly entity: RegisteredEntity;
      /** How many are registered, this one included. */
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "activated"; readonly id: Identifier };
