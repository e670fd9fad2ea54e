/** Lists and maps mix values and promises; their elements keep their kind however deep they lie. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { square, total } from "../support/entities.js";

const one = task({ name: "one", output: t.int() }, () => 1);
const widest = task({ name: "widest", inputs: { m: t.map(t.list(t.int())) }, output: t.int() }, ({ m }) => {
  expectTypeOf(m).toEqualTypeOf<Record<string, number[]>>();
  return Math.max(...Object.values(m).map((xs) => xs.length));
});
const words = task({ name: "words", output: t.list(t.string()) }, () => ["a"]);
const tables = task({ name: "tables", output: t.list(t.map(t.int())) }, () => [{ a: 1 }]);

export const mixed = workflow(
  { name: "mixed", inputs: { n: t.int(), xs: t.list(t.int()), s: t.string() }, output: t.list(t.int()) },
  ({ n, xs, s }) => {
    total({ xs });
    total({ xs: [] });
    total({ xs: [1, 2] });
    total({ xs: [n, one(), 3, xs.at(0)] });
    // @ts-expect-error a text among ints
    total({ xs: [n, s] });
    // @ts-expect-error a list inside a list of ints
    total({ xs: [xs] });
    // @ts-expect-error one int is no list
    total({ xs: n });
    // @ts-expect-error a list of texts
    total({ xs: words() });

    widest({ m: {} });
    widest({ m: { p: [one(), 1], q: [], r: [n], s: xs } });
    // @ts-expect-error the entries are lists
    widest({ m: { p: one() } });
    // @ts-expect-error of ints
    widest({ m: { p: [s] } });
    // @ts-expect-error a list is no map
    widest({ m: [xs] });

    square({ x: tables().at(1).at("a") });
    // @ts-expect-error an entry of the map is meant
    square({ x: tables().at(1) });
    return [total({ xs }), one(), 7];
  },
);

export const mapOut = workflow(
  { name: "mapOut", inputs: { n: t.int(), f: t.float() }, output: t.map(t.list(t.int())) },
  ({ n }) => ({ a: [n, 1], b: [] }),
);

export const listOut = workflow(
  { name: "listOut", inputs: { f: t.float() }, output: t.list(t.int()) },
  // @ts-expect-error a float among the ints of the output
  ({ f }) => [1, f],
);

export const readonlyLists = workflow({ name: "readonlyLists", inputs: { n: t.int() } }, ({ n }) => {
  const fixed = [n, 1] as const;
  total({ xs: fixed });
  const frozen: readonly number[] = Object.freeze([1, 2]);
  total({ xs: frozen });
  const texts: readonly string[] = Object.freeze(["a"]);
  // @ts-expect-error readonly or not, a text is no int
  total({ xs: texts });
});
