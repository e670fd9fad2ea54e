/**
 * The kind of a value, for schemas that say no more than the type of their values.
 *
 * A plain TypeScript number may be an int or a float: its kind, `"number"`, feeds both and is fed by both.
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
