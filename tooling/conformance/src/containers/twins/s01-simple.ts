import { t, task } from "@flytekit-ts/workflow";
import { isoText, later } from "./times.js";

const bigint = t.int({ bigint: true });
const exactDatetime = t.datetime({ exact: true });
const exactDuration = t.duration({ exact: true });

export const sameInt = task(
  { name: "s01_simple.same_int", inputs: { x: bigint }, output: bigint },
  ({ x }) => x,
);
export const sameFloat = task(
  { name: "s01_simple.same_float", inputs: { x: t.float() }, output: t.float() },
  ({ x }) => x,
);
export const sameStr = task(
  { name: "s01_simple.same_str", inputs: { x: t.string() }, output: t.string() },
  ({ x }) => x,
);
export const sameBool = task(
  { name: "s01_simple.same_bool", inputs: { x: t.boolean() }, output: t.boolean() },
  ({ x }) => x,
);
export const sameDatetime = task(
  { name: "s01_simple.same_datetime", inputs: { x: t.datetime() }, output: t.datetime() },
  ({ x }) => x,
);
export const sameDuration = task(
  { name: "s01_simple.same_duration", inputs: { x: exactDuration }, output: exactDuration },
  ({ x }) => x,
);
export const sameDate = task(
  { name: "s01_simple.same_date", inputs: { x: t.date() }, output: t.date() },
  ({ x }) => x,
);

export const sumAndKind = task(
  {
    name: "s01_simple.sum_and_kind",
    inputs: { a: t.int(), b: t.float(), name: t.string().default("n"), on: t.boolean().default(true) },
    outputs: { o0: t.float(), o1: t.string(), o2: t.boolean() },
  },
  ({ a, b, name, on }) => ({ o0: a + b, o1: `${name}:${a}`, o2: !on }),
);

export const addHours = task(
  {
    name: "s01_simple.add_hours",
    inputs: { when: exactDatetime, by: exactDuration.default(7_200_000_000_000n) },
    output: exactDatetime,
  },
  ({ when, by }) => later(when, by),
);

export const zoneOf = task(
  { name: "s01_simple.zone_of", inputs: { when: exactDatetime }, output: t.string() },
  ({ when }) => isoText(when),
);

export const bigProduct = task(
  { name: "s01_simple.big_product", inputs: { a: bigint, b: bigint }, output: bigint },
  ({ a, b }) => a * b,
);
