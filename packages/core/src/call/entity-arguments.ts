import type { Growing, Inputs, Shape } from "../types/infer.js";
import type { Refused } from "../types/kinds/refused.js";

/**
 * What a function takes behind an entity that it runs or executes: its inputs, which may be left out where none is needed, and
 * options. `G` is what is given, so that an input that the entity has not is refused.
 */
export type EntityArguments<I extends Shape, G, Options> =
  {} extends Inputs<I>
    ? [inputs?: G & OnlyInputs<I, G>, options?: Options]
    : [inputs: G & OnlyInputs<I, G>, options?: Options];

// Wrapping the types in objects lets TypeScript compare them while `I` is not known: in a function that runs any entity.
type OnlyInputs<I extends Shape, G> = { readonly inputs: Inputs<I> } extends { readonly inputs: G }
  ? unknown
  : I extends Growing<{}>
    ? unknown
    : { readonly [P in Exclude<keyof G, keyof I>]: Refused<"there is no such input"> };
