import type { FieldKind } from "./field-kind.js";
import type { Dataset, FlyteDirectory, FlyteFile } from "./handles.js";
import type { KindOfConstants } from "./kind-of-constants.js";

/**
 * The kind of a value type, for schemas that have only the TypeScript type of their values.
 *
 * A plain TypeScript number may be an int or a float. Its kind `"number"` fits both, and both fit it.
 */
export type KindOfValue<T> = [T] extends [never]
  ? "any"
  : unknown extends T
    ? "any"
    : | KindOfStrings<Extract<T, string>>
      | KindOfNumbers<Extract<T, number>>
      | KindOfBooleans<Extract<T, boolean>>
      | KindOfOther<Exclude<T, string | number | boolean>>;

// All strings of a union make one enum, and a single one is a constant. A record over constants has to have all keys.
type KindOfStrings<T extends string> = [T] extends [never]
  ? never
  : {} extends Record<T, 1>
    ? "string"
    : IsUnion<T> extends false
      ? KindOfConstants<T>
      : { enum: T };
type IsUnion<T, All = T> = T extends All ? ([All] extends [T] ? false : true) : never;

type KindOfNumbers<T extends number> = [T] extends [never]
  ? never
  : {} extends Record<T, 1>
    ? "number"
    : KindOfConstants<T>;

type KindOfBooleans<T extends boolean> = [Extract<T, true>] extends [never]
  ? KindOfConstants<T>
  : [Extract<T, false>] extends [never]
    ? KindOfConstants<T>
    : "boolean";

type KindOfOther<T> = T extends null | undefined
  ? "none"
  : T extends bigint
    ? "int"
    : T extends Date
      ? "datetime"
      : T extends Uint8Array
        ? "binary"
        : T extends readonly (infer E)[]
          ? { list: KindOfValue<E> }
          : T extends object
            ? KindOfObject<T>
            : "any";

type KindOfObject<T> = T extends { readonly uri: string }
  ? KindOfHandle<T>
  : string extends keyof T
    ? KindOfMap<T[keyof T]>
    : KindOfRecord<T>;
type KindOfMap<V> = unknown extends V ? "json" : { map: KindOfValue<V> };
type KindOfRecord<T> = { struct: { -readonly [P in keyof T]-?: FieldKind<KindOfValue<T[P]>> } };

type KindOfHandle<T> =
  T extends FlyteFile<infer F>
    ? { file: F }
    : T extends FlyteDirectory<infer F>
      ? { directory: F }
      : T extends Dataset
        ? { dataset: { columns: "any"; format: "" } }
        : KindOfRecord<T>;
