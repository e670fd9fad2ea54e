/** Whole int64s, exact points in time and exact spans: other values in TypeScript, the same kinds in Flyte. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { Timestamp } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { half, square } from "../support/entities.js";

const exact = task(
  {
    name: "exact",
    inputs: {
      n: t.int({ bigint: true }),
      at: t.datetime({ exact: true }),
      took: t.duration({ exact: true }),
    },
    outputs: {
      n: t.int({ bigint: true }),
      at: t.datetime({ exact: true }),
      took: t.duration({ exact: true }),
    },
  },
  ({ n, at, took }) => {
    expectTypeOf(n).toEqualTypeOf<bigint>();
    expectTypeOf(at).toEqualTypeOf<Timestamp>();
    expectTypeOf(took).toEqualTypeOf<bigint>();
    return { n, at, took };
  },
);
const plain = task(
  { name: "plain", inputs: { n: t.int(), at: t.datetime(), took: t.duration() } },
  ({ at, took }) => {
    expectTypeOf(at).toEqualTypeOf<Date>();
    expectTypeOf(took).toEqualTypeOf<number>();
  },
);

const inputs = { n: t.int(), f: t.float(), at: t.datetime(), took: t.duration() };
export const kinds = workflow({ name: "kinds", inputs }, ({ n, f, at, took }) => {
  const given = exact({ n, at, took });
  plain(given);
  square({ x: given.n });
  // @ts-expect-error a whole int64 is still no float
  half({ x: given.n });
  exact({ n: 5n, at: { seconds: 0n, nanos: 1 }, took: 5n });
  exact({ n: 5, at, took });
  // @ts-expect-error a float is no int
  exact({ n: f, at, took });
  // @ts-expect-error an exact point in time is no Date
  exact({ n, at: new Date(), took });
  // @ts-expect-error an exact span is a bigint
  exact({ n, at, took: 5 });
  // @ts-expect-error a plain int is no bigint
  plain({ n: 5n, at, took });
  // @ts-expect-error a span is no point in time
  plain({ n, at: took, took });
  // @ts-expect-error nor an int, though both are numbers
  square({ x: took });
  given.n.gt(5n);
  // @ts-expect-error a text is no bigint
  given.n.gt("5");
});

const color = t.enum(["red", "green"]);
const paint = task({ name: "paint", inputs: { color }, output: color }, (given) => {
  expectTypeOf(given.color).toEqualTypeOf<"red" | "green">();
  return given.color;
});
const say = task({ name: "say", inputs: { s: t.string() }, output: t.string() }, ({ s }) => s);
export const enums = workflow({ name: "enums", inputs: { color, s: t.string() } }, (given) => {
  paint({ color: "red" });
  paint({ color: paint(given) });
  say({ s: given.color });
  // The backend lets a string feed an enum and checks the value when it comes.
  paint({ color: given.s });
  // @ts-expect-error not one of the two
  paint({ color: "blue" });
  // @ts-expect-error an int is none of them
  paint({ color: square({ x: 1 }) });
});
