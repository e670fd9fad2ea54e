import { isSameData } from "../../literals/same-data.js";
import type * as idl from "@flytekit-ts/models/core";

import { tagged } from "../../literals/literal-type.js";
import type { TypeTransformer } from "../../types/transformer.js";

/** One of the types of a union. Its literal type has the name of its transformer as tag. */
export interface Variant {
  readonly transformer: TypeTransformer;
  readonly type: idl.LiteralType;
  /** The type as literals name it: as in flytekit, without an author's annotation. */
  readonly named: idl.LiteralType;
}

// Many unions have the same few scalars in them.
const scalars = new WeakMap<TypeTransformer, Variant>();

/** A type as a variant. */
export function variantOf(transformer: TypeTransformer): Variant {
  if (transformer.depth !== 0) return newVariant(transformer);
  let variant = scalars.get(transformer);
  if (variant === undefined) scalars.set(transformer, (variant = newVariant(transformer)));
  return variant;
}

function newVariant(transformer: TypeTransformer): Variant {
  const type = tagged(transformer.literalType, transformer.tag);
  return {
    transformer,
    type,
    named: transformer.isAnnotated === true ? { ...type, annotation: undefined } : type,
  };
}

/** The types of which a value may be: those of a union, or the type itself. As in Python, unions do not nest. */
export function dissolved(type: TypeTransformer): readonly TypeTransformer[] {
  return type.members?.kind === "variants" ? type.members.variants : [type];
}

/** Whether Flyte cannot tell two variants apart. */
export function isSameOnWire(one: idl.LiteralType, other: idl.LiteralType): boolean {
  if (one.structure?.tag !== other.structure?.tag || one.type?.$case !== other.type?.$case) return false;
  return isSameData(one, other);
}
