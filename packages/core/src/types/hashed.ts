import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import type { Place } from "../source/place.js";
import { describeValue } from "../words/describe-value.js";
import { isWellFormed } from "../words/plain-object.js";
import { changedTransformer } from "./changed-transformer.js";
import { decodeLiteral } from "./decode-literal.js";
import type { TypeTransformer } from "./transformer.js";

/** A function of the author's that makes the hash of a value, and where it was given. */
export interface HashMethod<T> {
  readonly hash: (value: T) => string;
  readonly place: Place;
}

/**
 * A transformer whose literals have a hash. As in flytekit, one inside a record, or as a variant of a union, has none.
 *
 * The function gets what a task would receive for the value. What a caller may write in its place, such as a path for a
 * file, has another type.
 *
 * @throws `OPTION_INVALID` for what is no function, and for a second one.
 */
export function hashedTransformer<T>(inner: TypeTransformer<T>, method: HashMethod<T>): TypeTransformer<T> {
  assertMethod(inner, method.hash);
  const hashOf = (value: T): string => hashWith(method, value, inner.words);
  const { storing } = inner;
  return changedTransformer(inner, {
    isHashed: true,
    toLiteral(value) {
      if (Hashed.is(value)) return { ...inner.toLiteral(value.value), hash: value.hash };
      const literal = inner.toLiteral(value);
      return { ...literal, hash: hashOf(decodeLiteral(inner, literal)) };
    },
    ...(storing === undefined
      ? {}
      : {
          storing(value) {
            const store = inner.storing?.(value);
            if (store === undefined) return undefined;
            return async (at) => {
              const stored = await store(at);
              if (at.inRecord === true) return stored;
              const received = decodeLiteral(inner, inner.toLiteral(stored));
              return new Hashed(stored, hashOf((await inner.load?.(received, at)) ?? received));
            };
          },
        }),
  });
}

/** A literal as a variant of a union, whose hash counts for nothing: flytekit makes none. */
export function withoutHash(literal: idl.Literal): idl.Literal {
  return literal.hash === "" ? literal : { ...literal, hash: "" };
}

/** A value that is stored already, with its hash. */
class Hashed {
  readonly #value: unknown;
  readonly hash: string;

  // Not with instanceof, which a proxy would notice.
  static is(value: unknown): value is Hashed {
    return typeof value === "object" && value !== null && #value in value;
  }

  get value(): unknown {
    return this.#value;
  }

  constructor(value: unknown, hash: string) {
    this.#value = value;
    this.hash = hash;
  }
}

function assertMethod(inner: TypeTransformer, hash: unknown): void {
  if (typeof hash === "function" && inner.isHashed !== true) return;
  const inWords = typeof hash === "function" ? "a second one" : describeValue(hash);
  const advice = "Hash the value once, with a function: `t.string().hashed((text) => text)`.";
  throw errors.OPTION_INVALID({
    at: "a type",
    option: "hashed",
    wanted: "one function",
    given: hash,
    inWords,
    advice,
  });
}

function hashWith<T>({ hash, place }: HashMethod<T>, value: T, type: string): string {
  const context = { location: place.location };
  let given: unknown;
  try {
    given = hash(value);
  } catch (cause) {
    throw errors.HASH_INVALID({ type, problem: "threw an error" }, { ...context, cause });
  }
  if (typeof given === "string" && given !== "" && isWellFormed(given)) return given;
  const problem = `returned ${given === "" ? "an empty string" : describeValue(given)}`;
  throw errors.HASH_INVALID({ type, problem }, context);
}
