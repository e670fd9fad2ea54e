/** One thing that is wrong with a value: where in it, what, and what to do. */
export interface ShapeFault {
  readonly keys: readonly string[];
  readonly problem: string;
  readonly advice?: string | undefined;
}

/** Says all that is wrong with a value, which stands at a path of keys. Values are never shown: they may be secret. */
export type Shape = (value: unknown, keys: readonly string[]) => readonly ShapeFault[];

/** Settings by their names, each with what it has to be. */
export type Shapes = { readonly [name: string]: Shape };
