import type { TypeLike } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { Declarations } from "../typed/declarations.js";
import type { Document } from "../schemas/document.js";
import type { Schema } from "../schemas/json-schema.js";
import type { Typed } from "../typed/typed.js";

/** What is to be read: what is known of a type. */
export interface Asked {
  readonly literalType?: idl.LiteralType | undefined;
  readonly schema?: Schema | undefined;
  readonly document?: Document | undefined;
  /** flytekit's name of the transformer, of a variant. */
  readonly tag?: string | undefined;
  /** Whether it is a variant of a union, whose structure says nothing. */
  readonly isVariant?: boolean;
  /** Whether it is a field that has to be there, also if it may be none. */
  readonly isRequired?: boolean;
}

/** What a type is read with. */
export interface Reading {
  readonly declarations: Declarations;
  /** The records that are being read, by their schema. */
  readonly open: Map<Schema, OpenRecord>;
  /** Types that are read, by their bytes. */
  readonly known: Map<string, Typed>;
  /** Records that are read, by their schema. */
  readonly records: Map<Schema, Typed>;
  /** Types of which only the schema is known, by that. */
  readonly schemas: Map<Schema, Typed>;
  /** The schemas that this is inside. */
  readonly within: readonly Schema[];
  readonly depth: number;
  readonly read: (asked: Asked, reading: Reading) => Typed;
}

/** A record that is being read. One that turns out to contain itself has a name before it is read. */
export interface OpenRecord {
  readonly title: string;
  name?: string;
  type?: TypeLike;
}
