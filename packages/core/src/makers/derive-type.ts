import * as errors from "../errors.js";
import { atCaller } from "../errors/at-caller.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import type { TypeFault } from "../errors/type-fault.js";
import { describeLiteral } from "../literals/literal.js";
import { describeValue } from "../words/describe-value.js";
import { isLater } from "../words/later.js";
import { baseParts, InBase } from "./derive/base-parts.js";
import { assertDerivation, describeName } from "./derive/assert-derivation.js";
import { decodeLiteral } from "../types/decode-literal.js";
import { faultOfValue } from "../types/fault-of-value.js";
import type { FlyteType, In, Out, TypeLike } from "../types/infer.js";
import { resolveType } from "../schemas/resolve-type.js";
import { makeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { withoutDefault } from "../types/without-default.js";

/** How a value of a derived type becomes a value of its base type, and back. */
export interface Derivation<X extends TypeLike, T> {
  /** Converts to the value of the base type. An error that it throws is the cause of a `VALUE_TYPE_MISMATCH`. */
  encode(value: T): In<X>;
  /**
   * Converts to the value that a task receives. An error that it throws is the cause of a `VALUE_TYPE_MISMATCH`.
   */
  decode(value: Out<X>): T;
  /** The value as HTML, for a deck. Without it, the value is shown as any value is. */
  toHtml?(value: T): string;
}

/**
 * Make a type whose values are converted to and from the values of another type, its base.
 *
 * For the backend it is the base type, so Python tasks can exchange its values as values of the base type. In
 * TypeScript it is a separate type with a kind of its own, so a promise of the base type cannot be passed for it.
 *
 * @throws `TYPE_UNKNOWN` if `base` is not a type; `OPTION_INVALID` if `name` is empty, if `base` is optional, or
 * if a function is missing; `OPTION_UNKNOWN` for an option that it does not have. All point at the caller's line.
 * @example
 * const money = deriveType("Money", t.int(), {
 *   encode: ({ cents }: Money) => cents,
 *   decode: (cents): Money => ({ cents }),
 * });
 */
export function deriveType<const N extends string, const X extends TypeLike, T>(
  name: N,
  base: X,
  derivation: Derivation<X, T>,
): FlyteType<T, { named: N }> {
  return atCaller(deriveType, () => {
    const whole = resolveType(base, `the base of type ${describeName(name)}`);
    const { transformer } = withoutDefault(whole, "base", "deriveType");
    assertDerivation(name, transformer, derivation);
    return makeType<T, { named: N }>({ transformer: derivedTransformer(name, transformer, derivation) });
  });
}

function derivedTransformer<X extends TypeLike, T>(
  words: string,
  base: TypeTransformer,
  derivation: Derivation<X, T>,
): TypeTransformer<T> {
  const { tag, literalType, jsonSchema, depth, toJson } = base;
  const encode = (value: unknown): unknown =>
    InBase.is(value) ? value.value : atOnce(words, "encode", derivation.encode(value as T));
  const encoding = <R>(value: unknown, send: (encoded: unknown) => R): R =>
    converting({ wanted: words, given: describeValue(value), fault: faultOfValue(value) }, () =>
      send(encode(value)),
    );
  const decode = (value: unknown): T =>
    converting({ wanted: words, given: describeValue(value) }, () =>
      atOnce(words, "decode", derivation.decode(value as Out<X>)),
    );
  // What is not loaded yet is decoded when it is.
  const received = (value: unknown): T =>
    base.load === undefined ? decode(value) : (new InBase(value) as T);
  // It has no `members`: the parts of the author's value are not those of the base value.
  return {
    tag,
    words,
    literalType,
    jsonSchema,
    ...(depth === undefined ? {} : { depth }),
    toLiteral: (value) => encoding(value, (encoded) => base.toLiteral(encoded)),
    fromLiteral(literal) {
      const given = describeLiteral(literal);
      return received(converting({ wanted: words, given }, () => decodeLiteral(base, literal)));
    },
    write: (value, writer) => encoding(value, (encoded) => base.write(encoded, writer)),
    read: (reader) => received(base.read(reader)),
    ...(toJson === undefined ? {} : { toJson: (value) => encoding(value, (encoded) => toJson(encoded)) }),
    ...baseParts(base, { encode, decode }),
    ...htmlPart(base, derivation),
  };
}

function htmlPart<X extends TypeLike, T>(
  base: TypeTransformer,
  derivation: Derivation<X, T>,
): Pick<TypeTransformer<T>, "toHtml"> {
  if (derivation.toHtml !== undefined) return { toHtml: (value) => derivation.toHtml?.(value) ?? "" };
  if (base.toHtml === undefined) return {};
  return { toHtml: (value) => base.toHtml?.(derivation.encode(value)) ?? "" };
}

/** What a function of the author's gave. @throws `OPTION_INVALID` for a promise: values are converted at once */
function atOnce<R>(name: string, option: keyof Derivation<TypeLike, unknown>, result: R): R {
  if (!isLater(result)) return result;
  const advice = `Convert without waiting in \`${option}\`, and do asynchronous work in a task.`;
  const wanted = "a function that converts at once";
  const inWords = "one that returned a JavaScript promise";
  throw errors.OPTION_INVALID({ at: `type ${name}`, option, wanted, given: undefined, inWords, advice });
}

interface Mismatch {
  readonly wanted: string;
  readonly given: string;
  readonly fault?: TypeFault | undefined;
}

/** The result of `convert`. An error names the derived type, unless it is about a place inside the value. */
function converting<R>(mismatch: Mismatch, convert: () => R): R {
  try {
    return convert();
  } catch (cause) {
    const isOfWhole = errors.VALUE_TYPE_MISMATCH.is(cause) && cause.params.path === "";
    if (isFlytekitError(cause) && !isOfWhole) throw cause;
    const fault = mismatch.fault ?? (isOfWhole ? undefined : "converter");
    throw errors.VALUE_TYPE_MISMATCH({ path: "", ...mismatch, fault }, { cause });
  }
}
