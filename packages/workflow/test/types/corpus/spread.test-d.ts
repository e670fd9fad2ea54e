/** Inputs and named outputs are plain objects: they spread, and what they lack or have too much of is seen. */
import { t, task, workflow } from "@flytekit-ts/workflow";

const pair = { a: t.int(), b: t.string() };
const make = task({ name: "make", inputs: { x: t.int() }, outputs: pair }, ({ x }) => ({ a: x, b: "" }));
const use = task({ name: "use", inputs: pair, output: t.string() }, ({ b }) => b);
const useMore = task(
  { name: "useMore", inputs: { ...pair, c: t.float() }, output: t.string() },
  ({ b }) => b,
);
const useRecord = task(
  { name: "useRecord", inputs: { pair: t.struct("Pair", pair) }, output: t.string() },
  ({ pair: { b } }) => b,
);

export const spread = workflow({ name: "spread", inputs: pair, outputs: pair }, (inputs) => {
  use(inputs);
  const made = make({ x: inputs.a });
  use(made);
  use({ ...made });
  useMore({ ...made, c: 1 });
  // @ts-expect-error c is missing
  useMore({ ...made });
  // @ts-expect-error c is missing here, too
  useMore(inputs);

  const { a, ...rest } = made;
  use({ a, ...rest });
  // @ts-expect-error a was taken out
  use({ ...rest });
  // @ts-expect-error a is an int
  use({ ...made, a: made.b });
  // @ts-expect-error d is no input
  use({ ...made, d: 1 });

  // @ts-expect-error named outputs are no record
  useRecord({ pair: made });
  return make({ x: 1 });
});
