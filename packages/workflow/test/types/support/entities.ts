/** Small entities that the corpus calls; what they compute does not matter, what they take and give does. */
import { t, task } from "@flytekit-ts/workflow";

/** int to int */
export const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

/** float to float */
export const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);

/** string to string */
export const shout = task(
  { name: "shout", inputs: { s: t.string() }, output: t.string() },
  ({ s }) => `${s}!`,
);

/** boolean to boolean */
export const not = task({ name: "not", inputs: { b: t.boolean() }, output: t.boolean() }, ({ b }) => !b);

/** list of int to int */
export const total = task({ name: "total", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) =>
  xs.reduce((sum, x) => sum + x, 0),
);

/** two inputs, two outputs */
export const split = task(
  { name: "split", inputs: { s: t.string(), at: t.int() }, outputs: { head: t.string(), length: t.int() } },
  ({ s, at }) => ({ head: s.slice(0, at), length: s.length }),
);

/** nothing to an optional int */
export const maybe = task({ name: "maybe", output: t.optional(t.int()) }, () => undefined);

/** nothing to nothing */
export const announce = task({ name: "announce" }, () => {});
