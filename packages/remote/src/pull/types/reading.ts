import type { TypeLike } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { Declarations } from "./declarations.js";
import { asSchema, keyword, type Schema, textAt } from "./json-schema.js";
import type { Typed } from "./typed.js";

/** The schema of a whole record, in which `$ref` points at parts. */
export interface Document {
  readonly root: Schema;
  readonly isPydantic: boolean;
}

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
  readonly depth: number;
  readonly read: (asked: Asked, reading: Reading) => Typed;
}

/** A record that is being read. One that turns out to contain itself has a name before it is read. */
export interface OpenRecord {
  readonly title: string;
  name?: string;
  type?: TypeLike;
}

/** The schema of a record as a document. */
export function documentOf(root: Schema, tag = ""): Document {
  return { root, isPydantic: tag === "Pydantic Transformer" || (tag === "" && isPydantic(root)) };
}

// pydantic gives fields a title, and says `additionalProperties` only where it was told to.
function isPydantic(root: Schema): boolean {
  if (keyword(root, "$defs") !== undefined) return true;
  const properties = Object.values(asSchema(keyword(root, "properties")) ?? {});
  const plain = properties.map(asSchema).filter((each) => textAt(each, "type") !== "object");
  return plain.some((each) => keyword(each, "title") !== undefined) && keyword(root, "$schema") === undefined;
}

/** The part of a document that a reference names: `#/$defs/Order`. Undefined for one elsewhere, or nowhere. */
export function referenced(reference: unknown, document: Document | undefined): Schema | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#")) return undefined;
  let at: unknown = document?.root;
  for (const step of reference.split("/").slice(1)) {
    const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
    at = keyword(asSchema(at), name);
  }
  return asSchema(at);
}
