/** Enum values may be written as plain texts in what functions return, at any depth, without `as const`. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { Shape, FlyteType } from "@flytekit-ts/workflow";

const color = t.enum(["red", "green"]);
const inputs = { n: t.int() };

export const bare = task({ name: "bare", inputs, output: color }, ({ n }) => (n > 3 ? "red" : "green"));
// @ts-expect-error blue is none of them
export const bareBlue = task({ name: "bareBlue", inputs, output: color }, ({ n }) => (n ? "red" : "blue"));
export const later = task({ name: "later", inputs, output: color }, async ({ n }) =>
  n > 3 ? "red" : "green",
);
export const named = task(
  { name: "named", inputs, outputs: { a: color, b: t.optional(color) } },
  ({ n }) => ({
    a: n > 3 ? "red" : "green",
    b: "red",
  }),
);
export const list = task({ name: "list", inputs, output: t.list(color) }, ({ n }) => (n > 3 ? ["red"] : []));
export const record = task(
  { name: "record", inputs, output: t.struct("Paint", { color, layers: t.list(color) }) },
  ({ n }) => ({ color: "red", layers: n > 3 ? ["green"] : [] }),
);

export const wired = workflow({ name: "wired", inputs, output: color }, ({ n }) => {
  bare({ n });
  return "red";
});
export const wiredNamed = workflow(
  { name: "wiredNamed", inputs, outputs: { a: color, b: t.list(color) } },
  ({ n }) => ({
    a: "red",
    b: ["green", bare({ n })],
  }),
);

export const constant = task({ name: "constant", output: color }, () => "red");
export const constants = task({ name: "constants", outputs: { a: t.list(color) } }, () => ({ a: ["red"] }));
export const fixed = workflow({ name: "fixed", output: color }, () => "red");
export const fixedNamed = workflow({ name: "fixedNamed", outputs: { a: color, b: t.map(color) } }, () => ({
  a: "red",
  b: { x: "green" },
}));
// @ts-expect-error blue is none of them
export const wrong = task({ name: "wrong", output: color }, () => "blue");
// @ts-expect-error nor here
export const wrongNamed = task({ name: "wrongNamed", outputs: { a: color } }, () => ({ a: "blue" }));
// @ts-expect-error nor in a list
export const wrongList = workflow({ name: "wrongList", output: t.list(color) }, () => ["red", "blue"]);
const paint = t.struct("Paint", { color });
// @ts-expect-error nor in a record
export const wrongRecord = task({ name: "wrongRecord", output: paint }, () => ({ color: "blue" }));

// An interface made at run time is not known here, so nothing is refused.
declare const made: Shape;
declare const madeType: FlyteType<unknown, "any">;
export const anything = task({ name: "anything", inputs: made, outputs: made }, ({ a }) => ({ b: 1, c: a }));
export const anyOutput = task({ name: "anyOutput", output: madeType }, () => 3);
export const anyWiring = workflow({ name: "anyWiring", inputs: made, outputs: made }, (given) => {
  anything(given);
  return { b: 1, c: anyOutput() };
});
