import type { Callable, FlyteType, In, Kind, Out, Refused, Shape, TypeLike } from "@flytekit-ts/core";

/** What a map can run for each item. Entities that it cannot have a sentence in `~unmapped` that says why. */
export interface Mappable {
  readonly "~unmapped"?: undefined;
}

/** The target of a map. A map over several outputs is refused with a sentence. */
export type MapTargetOf<I extends Shape, O> = Callable<I, O> & Mappable & OneOutput<O>;
type OneOutput<O> = [O] extends [TypeLike | undefined]
  ? unknown
  : Refused<"a map needs one `output`: a record can hold several values">;

type Listed<X extends TypeLike> = FlyteType<Out<X>[], { list: Kind<X> }, readonly In<X>[]>;

/** The inputs of a map. Those that it goes over are lists. */
export type MapInputs<I extends Shape, K extends keyof I> = {
  readonly [P in keyof I]: P extends K ? Listed<I[P]> : I[P];
};

/** The output of a map: a list, whose items are optional if some may fail. */
export type MapOutput<O, Partial extends boolean> = O extends TypeLike
  ? Partial extends true
    ? FlyteType<(Out<O> | undefined)[], { list: Kind<O> | "none" }>
    : Listed<O>
  : undefined;

/** Whether some items of a map may fail. */
export type IsPartial<S, R> = [S] extends [undefined] ? ([R] extends [1 | undefined] ? false : true) : true;
