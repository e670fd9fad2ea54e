import type { FieldKind } from "./field-kind.js";
import type { KindOfValue } from "./kind-of-value.js";

/**
 * The kind of a schema that takes `I` and gives `O`.
 *
 * Where these differ, it converts values, which are written down as what it takes. Only whether there is a value, with
 * defaults, the other side tells.
 */
export type KindOfSides<I, O> = [I, O] extends [O, I]
  ? KindOfValue<O>
  : unknown extends I
    ? KindOfValue<O>
    : Exclude<KindOfTaken<Exclude<I, null | undefined>, Exclude<O, null | undefined>>, "none"> | None<O>;

type None<O> = null extends O ? "none" : undefined extends O ? "none" : never;

type KindOfTaken<I, O> = [I, O] extends [readonly (infer A)[], readonly (infer B)[]]
  ? { list: KindOfSides<A, B> }
  : IsRecord<I> extends true
    ? IsRecord<O> extends true
      ? {
          struct: {
            -readonly [P in keyof O]-?: FieldKind<KindOfSides<P extends keyof I ? I[P] : unknown, O[P]>>;
          };
        }
      : KindOfValue<I>
    : KindOfValue<I>;

type IsRecord<T> = KindOfValue<T> extends { struct: unknown } ? true : false;
