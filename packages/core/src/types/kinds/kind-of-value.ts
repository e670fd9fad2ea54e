/**
 * The kind of a value type, for schemas that have only the TypeScript type of their values.
 *
 * A plain TypeScript number may be an int or a float. Its kind `"number"` fits both, and both fit it.
 */
export type KindOfValue<T> = [T] extends [never]
  ? "any"
  : unknown extends T
    ? "any"
    : T extends null | undefined
      ? "none"
      : T extends number
        ? "number"
        : T extends bigint
          ? "int"
          : T extends boolean
            ? "boolean"
            : T extends string
              ? {} extends Record<T, 1>
                ? "string"
                : { enum: T }
              : T extends Date
                ? "datetime"
                : T extends Uint8Array
                  ? "binary"
                  : T extends readonly (infer E)[]
                    ? { list: KindOfValue<E> }
                    : T extends object
                      ? string extends keyof T
                        ? { map: KindOfValue<T[keyof T]> }
                        : { struct: { [P in keyof T]-?: KindOfValue<T[P]> } }
                      : "any";
