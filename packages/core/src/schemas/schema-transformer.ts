import * as errors from "../errors.js";
import { faultOfValue } from "../types/fault-of-value.js";
import { mismatch } from "../types/mismatch.js";
import type { Members, TypeTransformer } from "../types/transformer.js";
import { isEqual } from "./forms/reading.js";
import type { StandardProps } from "./standard/standard-schema.js";
import { accepted } from "./standard/validate.js";

/**
 * The transformer of a schema around that of the Flyte type that it describes: the schema validates each value, on
 * the way in and on the way out, and the value is what the schema makes of it.
 */
export function schemaTransformer(props: StandardProps, base: TypeTransformer): TypeTransformer {
  const prepared = (value: unknown): unknown => stable(props, value, accepted(props, value));
  return around(base, prepared, (value) => accepted(props, value));
}

/** Converts what a codec gives back into what it takes. It throws for other values. */
export type Encode = (value: unknown) => unknown;

/**
 * The same for a schema that converts values in both directions: they are written down as what the schema takes, and
 * a task receives what it gives. Where the library can convert back, that may be written too.
 */
export function codecTransformer(
  props: StandardProps,
  base: TypeTransformer,
  encode: Encode | undefined,
): TypeTransformer {
  const prepared = (value: unknown): unknown => {
    try {
      accepted(props, value);
      return value;
    } catch (error) {
      const encoded = errors.VALUE_TYPE_MISMATCH.is(error) ? encodedBy(encode, value) : undefined;
      if (encoded === undefined) throw error;
      accepted(props, encoded);
      return encoded;
    }
  };
  return around(base, prepared, (value) => accepted(props, value));
}

function encodedBy(encode: Encode | undefined, value: unknown): unknown {
  if (encode === undefined || faultOfValue(value) !== undefined) return undefined;
  try {
    return encode(value);
  } catch {
    // The value is of neither side.
    return undefined;
  }
}

type Convert = (value: unknown) => unknown;

function around(base: TypeTransformer, prepare: Convert, finish: Convert): TypeTransformer {
  const { tag, words, literalType, jsonSchema, depth, members, toJson, isNoneByDefault } = base;
  return {
    tag,
    words,
    literalType,
    jsonSchema,
    ...(depth === undefined ? {} : { depth }),
    ...(isNoneByDefault === undefined ? {} : { isNoneByDefault }),
    ...(members === undefined ? {} : { members: validated(members, prepare, finish) }),
    toLiteral: (value) => base.toLiteral(prepare(value)),
    fromLiteral: (literal) => finish(base.fromLiteral(literal)),
    write: (value, writer) => base.write(prepare(value), writer),
    read: (reader) => finish(base.read(reader)),
    ...(toJson === undefined ? {} : { toJson: (value) => toJson(prepare(value)) }),
  };
}

// A union around this one takes over its variants, and they are validated as the whole is.
function validated(members: Members, prepare: Convert, finish: Convert): Members {
  if (members.kind !== "variants") return members;
  const variants = members.variants.map((each) =>
    each.tag === "none" ? each : around(each, prepare, finish),
  );
  return { kind: "variants", variants };
}

// What is written is validated again where it is read. If the schema made another value of it there, the reader would
// not see what the writer's schema gave.
function stable(props: StandardProps, given: unknown, value: unknown): unknown {
  if (isEqual(given, value)) return value;
  if (!isEqual(accepted(props, value), value))
    throw mismatch(
      `a value that its ${props.vendor} schema leaves as it is once it has converted it`,
      "one that it changes each time",
    );
  return value;
}
