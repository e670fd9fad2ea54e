import type * as idl from "@flytekit-ts/models/core";
import { STAMP, STAMPED } from "../brands/contract.js";
import { assertContract } from "../contract/assert-contract.js";
import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { decodeLiteral } from "./decode-literal.js";
import { placeOfCaller } from "../source/source-location.js";
import { annotatedTransformer } from "./annotated.js";
import { type HashMethod, hashedTransformer } from "./hashed.js";
import { describeValue } from "../words/describe-value.js";
import { isWellFormed } from "../words/plain-object.js";
import type { FlyteType, TypeLike } from "./infer.js";
import { unwritten, within } from "./mismatch.js";
import type { TypeTransformer } from "./transformer.js";

// Another key than before contract numbers, so that copies of that age do not take our types for theirs.
const BRAND = Symbol.for("@flytekit-ts/stamped-type");
const BRAND_BEFORE = Symbol.for("@flytekit-ts/type");

/** A type at run time: its transformer, and the default and description that its author wrote. */
export interface RuntimeType<T = unknown> {
  readonly transformer: TypeTransformer<T>;
  /** The default, in an object, because `undefined` may be a default. */
  readonly default?: { readonly value: T };
  readonly description?: string;
}

/** Makes a type from a transformer that is already checked. */
export function makeType<T, K, I = T>(runtime: RuntimeType<T>): FlyteType<T, K, I> {
  const withDefault = (value: T): FlyteType<T, K, I | undefined> =>
    atCaller(withDefault, () => makeType({ ...runtime, default: keep(runtime.transformer, value) }));
  const withDescription = (text: string): FlyteType<T, K, I> =>
    atCaller(withDescription, () => {
      assertDescription(text);
      return makeType<T, K, I>({ ...runtime, description: text });
    });
  const withHash = (hash: (value: T) => string): FlyteType<T, K, I> =>
    atCaller(withHash, () => makeType<T, K, I>(hashed(runtime, { hash, place: placeOfCaller(withHash) })));
  const withAnnotation = (annotation: unknown): FlyteType<T, K, I> =>
    atCaller(withAnnotation, () =>
      makeType<T, K, I>({ ...runtime, transformer: annotatedTransformer(runtime.transformer, annotation) }),
    );
  // The phantom keys exist only for the type checker.
  return Object.freeze({
    [BRAND]: runtime,
    [STAMPED]: STAMP,
    default: withDefault,
    describe: withDescription,
    hashed: withHash,
    annotate: withAnnotation,
  }) as unknown as FlyteType<T, K, I>;
}

function hashed<T>(runtime: RuntimeType<T>, method: HashMethod<T>): RuntimeType<T> {
  return { ...runtime, transformer: hashedTransformer(runtime.transformer, method) };
}

function assertDescription(text: unknown): void {
  if (typeof text === "string" && isWellFormed(text)) return;
  const [at, advice] = ["a type", 'Describe it with a string: `t.int().describe("how many")`.'];
  const params = { at, option: "describe", wanted: "a string of whole characters", given: text };
  throw errors.OPTION_INVALID({ ...params, inWords: describeValue(text), advice });
}

// The default is kept as a literal, because each task must receive a new list or record. Encoding it here also
// checks it at the line where it is written.
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
    throw within("The default", unwritten(error, transformer.words));
  }
}

/** Makes the type of records of this name. A class can extend it, and is then the same type. */
export function makeRecordType<T, K, I = T>(name: string, runtime: RuntimeType<T>): FlyteType<T, K, I> {
  // Only what is declared with `function` can be extended. The line that constructs a record is that of the class.
  function Record(this: unknown): never {
    return atCaller(new.target ?? Record, () => {
      throw errors.RECORD_CONSTRUCTED({ record: name });
    });
  }
  const withHash = (hash: (value: T) => string): FlyteType<T, K, I> =>
    atCaller(withHash, () =>
      makeRecordType<T, K, I>(name, hashed(runtime, { hash, place: placeOfCaller(withHash) })),
    );
  const type = Object.assign(Record, makeType<T, K, I>(runtime), {
    describe: (text: string) => makeRecordType<T, K, I>(name, { ...runtime, description: text }),
    hashed: withHash,
  });
  return Object.freeze(type);
}

/** Whether a value is a type, of this copy of the package or another. */
export function isType(value: unknown): boolean {
  const canHaveIt = (typeof value === "object" && value !== null) || typeof value === "function";
  return canHaveIt && (BRAND in value || BRAND_BEFORE in value);
}

/**
 * The run-time part of a type, of this copy of the package or another.
 *
 * @throws `TYPE_UNKNOWN`, with the place of the type (`inputs.x of task a.b`); `VERSIONS_MIXED`.
 */
export function runtimeType(type: TypeLike, at: string): RuntimeType {
  if (!isType(type)) throw errors.TYPE_UNKNOWN({ at, given: describeType(type), maker: makerOf(type) });
  assertContract(type, { words: () => `the type for ${at}` });
  return Reflect.get(type, BRAND) as RuntimeType;
}

const MAKERS: ReadonlyMap<string, string> = new Map(
  [
    "int",
    "float",
    "string",
    "boolean",
    "datetime",
    "date",
    "duration",
    "none",
    "list",
    "map",
    "optional",
    "schema",
    "struct",
    "union",
    "error",
    "file",
    "directory",
    "binary",
    "json",
    "literal",
  ]
    .map((name): [string, string] => [name, name])
    .concat([["enumOf", "enum"]]),
);

/** The member of `t` that was given without being called, if the value may be one. */
function makerOf(type: unknown): string | undefined {
  return typeof type === "function" ? MAKERS.get(type.name) : undefined;
}

function describeType(type: unknown): string {
  // What reaches this has no part of Standard Schema that could be used.
  if (typeof type === "object" && type !== null && "~standard" in type)
    return "an object that is no schema of a library";
  return describeValue(type);
}
