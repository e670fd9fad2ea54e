import { t, task } from "@flytekit-ts/workflow";

const bigint = t.int({ bigint: true });
const moment = t.datetime({ exact: true });
const span = t.duration({ exact: true });
const BILLION = 1_000_000_000n;
const DAY = 86_400_000;

export const swap = task(
  {
    name: "m01_values.swap",
    inputs: { a: t.int(), b: t.string() },
    outputs: { o0: t.string(), o1: t.int() },
  },
  ({ a, b }) => ({ o0: b, o1: a }),
);
export const ratio = task(
  { name: "m01_values.ratio", inputs: { a: t.float(), b: t.float() }, output: t.float() },
  ({ a, b }) => a / b,
);
export const shout = task(
  { name: "m01_values.shout", inputs: { text: t.string(), times: t.int().default(2) }, output: t.string() },
  ({ text, times }) => text.toUpperCase().repeat(times),
);
export const neither = task(
  { name: "m01_values.neither", inputs: { a: t.boolean(), b: t.boolean() }, output: t.boolean() },
  ({ a, b }) => !(a || b),
);
export const daysBetween = task(
  { name: "m01_values.days_between", inputs: { a: t.date(), b: t.date() }, output: t.int() },
  ({ a, b }) => (Date.parse(b) - Date.parse(a)) / DAY,
);
export const dayOf = task(
  { name: "m01_values.day_of", inputs: { when: t.datetime() }, output: t.date() },
  ({ when }) => when.toISOString().slice(0, 10),
);
export const between = task(
  { name: "m01_values.span", inputs: { a: moment, b: moment }, output: span },
  ({ a, b }) => (b.seconds - a.seconds) * BILLION + BigInt(b.nanos - a.nanos),
);
export const threeTimes = task(
  { name: "m01_values.three_times", inputs: { x: span }, output: span },
  ({ x }) => x * 3n,
);
export const lengths = task(
  {
    name: "m01_values.lengths",
    inputs: { a: t.string(), b: t.string().default(""), c: t.string().default("é") },
    output: t.int(),
  },
  ({ a, b, c }) => a.length + 10 * b.length + 100 * c.length,
);
export const power = task(
  { name: "m01_values.power", inputs: { base: bigint, exponent: bigint }, output: bigint },
  ({ base, exponent }) => base ** exponent,
);
export const epoch = task({ name: "m01_values.epoch", output: t.datetime() }, () => new Date(0));
export const naive = task({ name: "m01_values.naive", output: moment }, () => ({
  seconds: BigInt(Date.UTC(2024, 0, 2, 3, 4, 5) / 1000),
  nanos: 678_000,
}));
export const far = task({ name: "m01_values.far", output: span }, () => 86_399_999_999_999_999_999_000n);
