/** Small tasks over types of `t`, for promises of schemas to be passed to, and the other way round. */
import { t, task } from "@flytekit-ts/workflow";

export const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
export const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);
export const shout = task(
  { name: "shout", inputs: { s: t.string() }, output: t.string() },
  ({ s }) => `${s}!`,
);
export const total = task(
  { name: "total", inputs: { xs: t.list(t.int()) }, output: t.int() },
  ({ xs }) => xs.length,
);
export const when = task(
  { name: "when", inputs: { at: t.datetime() }, output: t.datetime() },
  ({ at }) => at,
);
export const maybe = task({ name: "maybe", output: t.optional(t.int()) }, () => undefined);
