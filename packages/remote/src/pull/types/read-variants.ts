import type * as idl from "@flytekit-ts/models/core";
import { optionalOf, unionOf } from "../typed/containers.js";
import { exactly } from "../typed/exactly.js";
import { asSchema, listAt, type Schema } from "../schemas/json-schema.js";
import type { Asked, Reading } from "./reading.js";
import { transformerOf, type Typed } from "../typed/typed.js";
import { unknown } from "../typed/unknown.js";

/** Reads a union. Each variant has flytekit's name of its transformer as tag, which literals name. */
export function readVariants(variants: readonly idl.LiteralType[], asked: Asked, reading: Reading): Typed {
  const { schema, document } = asked;
  const schemas = listAt(schema, "anyOf") ?? [];
  const types = variants.map((literalType, i) => {
    const tag = literalType.structure?.tag ?? "";
    const own = schemas.length === variants.length ? asSchema(schemas[i]) : undefined;
    const variant = { literalType, schema: own, document, tag, isVariant: true };
    return exactly(reading.read(variant, reading), { tag });
  });
  return types.length === 0 ? unknown("a union of nothing", asked) : variantsOf(types, asked);
}

/** Reads the union that a schema describes. */
export function readAnyOf(schemas: readonly unknown[], asked: Asked, reading: Reading): Typed {
  const { document } = asked;
  const types = schemas.map((each) => reading.read({ schema: asSchema(each) ?? NOTHING, document }, reading));
  return types.length === 0 ? unknown("a union of nothing", asked) : variantsOf(types, asked);
}

const NOTHING: Schema = {};

/** The union of types: an optional, if the last is none and may be left out. */
export function variantsOf(types: readonly Typed[], { isRequired = false }: Asked): Typed {
  const isNone = (each: Typed | undefined): boolean =>
    each !== undefined && transformerOf(each).tag === "none";
  const others = types.filter((each) => !isNone(each));
  const isOptional = !isRequired && isNone(types.at(-1)) && others.length === types.length - 1;
  return isOptional && others.length > 0 ? optionalOf(unionOf(others)) : unionOf(types);
}
