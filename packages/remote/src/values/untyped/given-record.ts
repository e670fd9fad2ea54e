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
  const { transformer } = resolveType(t.schema(withoutNone(schema)), "a record");
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

// flytekit writes the default none also where its class takes none, such as for the path of a file.
function withoutNone(part: unknown): object {
  const isWrong = !takesNull(part);
  const entries = Object.entries(part as object).filter(
    ([name, value]) => !isWrong || name !== "default" || value !== null,
  );
  const kept = entries.map(([name, value]): [string, unknown] => {
    return [name, typeof value === "object" && value !== null ? withoutNone(value) : value];
  });
  return Array.isArray(part) ? kept.map(([, value]) => value) : Object.fromEntries(kept);
}

function takesNull(part: unknown): boolean {
  if (!isPlainObject(part)) return true;
  const { type, anyOf } = part;
  if (Array.isArray(anyOf)) return anyOf.some(takesNull);
  return type === undefined || [type].flat().includes("null");
}

function asGiven(written: unknown, given: unknown): unknown {
  if (Array.isArray(written))
    return written.map((item, i) => asGiven(item, Array.isArray(given) ? given[i] : undefined));
  if (!isPlainObject(written) || !isPlainObject(given)) return written;
  const kept = Object.entries(written).filter(([name, value]) => value !== null || given[name] !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, asGiven(value, given[name])]));
}
