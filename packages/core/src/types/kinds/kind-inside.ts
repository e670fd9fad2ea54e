import type { KindOfValue } from "./kind-of-value.js";

/**
 * The kind of a part of a record that contains itself. Records in it stay lazy: their kinds are without end, and
 * declarations that show one would not be.
 */
export type KindInside<T> = OfRecords<Extract<T, object>> | OfRest<Exclude<T, object>>;

type OfRest<T> = [T] extends [never] ? never : KindOfValue<T>;

type OfRecords<T> = T extends readonly (infer E)[]
  ? { list: KindInside<E> }
  : T extends object
    ? KindOfValue<T> extends { struct: unknown }
      ? { lazy: T }
      : KindOfValue<T> extends { map: unknown }
        ? { map: KindInside<T[keyof T]> }
        : KindOfValue<T>
    : never;
