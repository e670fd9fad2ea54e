import type * as idl from "@flytekit-ts/models/core";

import { isCastable } from "../../castability/is-castable.js";
import { describeLiteralType } from "../../literals/describe-type.js";
import { describeLiteral } from "../../literals/literal.js";
import { simpleOf, tagOf } from "../../literals/read-type.js";
import { SimpleType } from "../../literals/idl-enums.js";
import { decodeLiteral } from "../../types/decode-literal.js";
import { mismatch } from "../../types/mismatch.js";
import { quote } from "../../words/enumerate.js";
import { oneReading, type Reading } from "./one-reading.js";
import type { Union } from "./union-of.js";
import { isSameOnWire, type Variant } from "./variant.js";

/**
 * Reads a literal as one of the variants: as the one that a union literal names, and any other literal as whichever can
 * read it.
 *
 * @throws `VALUE_TYPE_MISMATCH` also for a union literal whose value is not of the variant that it names;
 * `UNION_AMBIGUOUS`.
 */
export function decodeVariant(literal: idl.Literal, union: Union): Reading {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "union") {
    const { value, type } = scalar.value;
    if (value === undefined) throw mismatch(union.words, describeLiteral(literal));
    return decodeAs(value, namedVariants(type, union), union);
  }
  // The backend turns a null in a Struct into an empty literal.
  const isNone = literal.value === undefined || scalar?.$case === "noneType";
  if (isNone && union.none !== undefined) return { variant: union.none, value: undefined };
  const variants = union.only === undefined ? union.variants : [union.only];
  return decodeAs(literal, variants, union);
}

function decodeAs(literal: idl.Literal, variants: readonly Variant[], union: Union): Reading {
  const [variant] = variants;
  if (variant !== undefined && variants.length === 1)
    return { variant, value: decodeEmpty(literal, variant) };
  return oneReading({
    variants,
    words: union.words,
    given: () => describeLiteral(literal),
    read: (each) => decodeEmpty(literal, each),
    isExact: ({ type }) => simpleOf(type) === simpleOfLiteral(literal),
  });
}

function decodeEmpty(literal: idl.Literal, { transformer }: Variant): unknown {
  return literal.value === undefined && transformer.tag === "none"
    ? undefined
    : decodeLiteral(transformer, literal);
}

/** The variants that a union literal may mean. @throws `VALUE_TYPE_MISMATCH` if it names none of them. */
function namedVariants(type: idl.LiteralType | undefined, union: Union): readonly Variant[] {
  const tag = tagOf(type);
  const named = union.variants.filter(({ transformer }) => transformer.tag === tag);
  if (type === undefined || (named.length === 0 && (tag === "" || type.type === undefined)))
    return union.variants;
  if (named.length === 1) return named;
  const same = named.filter((variant) => isSameOnWire(variant.type, type));
  const fitting = same.length > 0 ? same : named.filter((variant) => isCastable(type, variant.type));
  if (fitting.length > 0) return fitting;
  const given = `a union literal of ${describeLiteralType(type)} with the tag ${quote(tag)}`;
  throw mismatch(union.words, given);
}

const SIMPLE: { readonly [kind: string]: idl.SimpleType } = {
  boolean: SimpleType.BOOLEAN,
  datetime: SimpleType.DATETIME,
  duration: SimpleType.DURATION,
  floatValue: SimpleType.FLOAT,
  integer: SimpleType.INTEGER,
  stringValue: SimpleType.STRING,
};

function simpleOfLiteral({ value }: idl.Literal): idl.SimpleType | undefined {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  const kind = scalar?.$case === "primitive" ? scalar.value.value?.$case : undefined;
  return kind && SIMPLE[kind];
}
