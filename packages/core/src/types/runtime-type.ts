import type * as idl from "@flytekit-ts/models/core";
import { atCaller } from "../errors/at-caller.js";
import { errors } from "../errors.js";
import { decodeLiteral } from "./decode-literal.js";
import { describeValue } from "../words/describe-value.js";
import type { FlyteType, TypeLike } from "./infer.js";
import { within } from "./mismatch.js";
import type { TypeTransformer } from "./transformer.js";

const BRAND = Symbol.for("@flytekit-ts/type");

/** What a type is at run time: how its values travel, and what its author said about it. */
export interface RuntimeType<T = unknown> {
  readonly transformer: TypeTransformer<T>;
  /** The value for a caller who gives none, in a box: `undefined` may be one. */
  readonly default?: { readonly value: T };
  readonly description?: string;
}

/** A type from a transformer that is known to be whole. */
export function makeType<T, K, I = T>(runtime: RuntimeType<T>): FlyteType<T, K, I> {
  const withDefault = (value: T): FlyteType<T, K, I | undefined> =>
    atCaller(withDefault, () => makeType({ ...runtime, default: keep(runtime.transformer, value) }));
  // The phantom keys exist for the type checker alone.
  return Object.freeze({
    [BRAND]: runtime,
    default: withDefault,
    describe(text: string) {
      return makeType<T, K, I>({ ...runtime, description: text });
    },
  }) as unknown as FlyteType<T, K, I>;
}

// Kept as a literal: a list or record that tasks are given must be a new one each time. Encoding it here
// also checks it where it is written, not where it is first used.
function keep<T>(transformer: TypeTransformer<T>, value: T): { readonly value: T } {
  const literal = literalOf(transformer, value);
  return {
    get value() {
      return decodeLiteral(transformer, literal);
    },
  };
}

function literalOf<T>(transformer: TypeTransformer<T>, value: T): idl.Literal {
  try {
    return transformer.toLiteral(value);
  } catch (error) {
    throw within("The default", error);
  }
}

/** Whether a value is a type, of this copy of the package or another. */
export function isType(value: unknown): boolean {
  return typeof value === "object" && value !== null && BRAND in value;
}

/**
 * What stands behind a type, of this copy of the package or another.
 *
 * @throws `TYPE_UNKNOWN`, with the place of the type (`inputs.x of task a.b`).
 */
export function runtimeType(type: TypeLike, at: string): RuntimeType {
  const runtime: unknown = typeof type === "object" && type !== null ? Reflect.get(type, BRAND) : undefined;
  if (runtime === undefined) throw errors.TYPE_UNKNOWN({ at, given: describeType(type) });
  return runtime as RuntimeType;
}

function describeType(type: unknown): string {
  if (typeof type === "object" && type !== null && "~standard" in type) {
    const vendor: unknown = (type as { "~standard": { vendor?: unknown } })["~standard"].vendor;
    return `a schema of ${typeof vendor === "string" ? vendor : "another library"}`;
  }
  return describeValue(type);
}
