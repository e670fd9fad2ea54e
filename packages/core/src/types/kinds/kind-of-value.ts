import type { FieldKind } from "./field-kind.js";

/**
 * The kind of a value type, for schemas that have only the TypeScript type of their values.
 *
 * A plain TypeScript number may be an int or a float. Its kind `"number"` fits both, and both fit it.
 */
export type KindOfValue<T> = [T] extends [never]
  ? "any"
  : unknown extends T
    ? "any"
    : KindOfStrings<Extract<T, string>> | KindOfOther<Exclude<T, string>>;

// All strings of a union make one enum.
type KindOfStrings<T extends string> = [T] extends [never]
  ? never
  : {} extends Record<T, 1>
    ? "string"
    : { enum: T };

type KindOfOther<T> = T extends null | undefined
  ? "none"
  : T extends number
    ? "number"
    : T extends bigint
      ? "int"
      : T extends boolean
        ? "boolean"
        : T extends Date
          ? "datetime"
          : T extends Uint8Array
            ? "binary"
            : T extends readonly (infer E)[]
              ? { list: KindOfValue<E> }
              : T extends object
                ? string extends keyof T
                  ? { map: KindOfValue<T[keyof T]> }
                  : { struct: { [P in keyof T]-?: FieldKind<KindOfValue<T[P]>> } }
                : "any";
