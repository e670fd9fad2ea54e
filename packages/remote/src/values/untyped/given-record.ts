import { t, type TypeLike } from "@flytekit-ts/core";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { createType, isPlainObject, type JsonSchema, resolveType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";

const untyped = resolveType(t.json({ exact: true }), "a record").transformer;

/**
 * Records that a caller gives, checked by the JSON Schema of an entity.
 *
 * What is left out is left out of the literal, too: a class of Python has a default for it that its schema does not say, and
 * takes no none in its place.
 */
export function givenRecord(schema: JsonSchema): TypeLike {
  const { transformer } = resolveType(t.schema(schema), "a record");
  return createType<unknown, unknown>({
    transformer: {
      ...untyped,
      words: transformer.words,
      toLiteral(value): idl.Literal {
        const whole = transformer.toLiteral(value);
        return untyped.toLiteral(asGiven(decodeLiteral(untyped, whole), value));
      },
    },
  });
}

function asGiven(written: unknown, given: unknown): unknown {
  if (Array.isArray(written))
    return written.map((item, i) => asGiven(item, Array.isArray(given) ? given[i] : undefined));
  if (!isPlainObject(written) || !isPlainObject(given)) return written;
  const kept = Object.entries(written).filter(([name, value]) => value !== null || given[name] !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, asGiven(value, given[name])]));
}
