/** Both are `number` in TypeScript, yet an int never feeds a float nor a float an int, at any depth. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { half, shout, square, total } from "../support/entities.js";

const measure = t.struct("Measure", { count: t.int(), mean: t.float() });
const measured = task({ name: "measured", output: measure }, () => ({ count: 3, mean: 1.5 }));
const averages = task({ name: "averages", output: t.list(t.float()) }, () => [1.5]);
const weigh = task(
  { name: "weigh", inputs: { weights: t.map(t.float()), grid: t.list(t.list(t.int())) }, output: t.float() },
  ({ weights }) => weights["a"] ?? 0,
);
const store = task({ name: "store", inputs: { measure } }, () => {});
const swapped = task(
  { name: "swapped", output: t.struct("Measure", { count: t.float(), mean: t.int() }) },
  () => ({ count: 1.5, mean: 3 }),
);

export const numbers = workflow(
  { name: "numbers", inputs: { n: t.int(), f: t.float(), s: t.string() }, output: t.int() },
  ({ n, f, s }) => {
    square({ x: n });
    // @ts-expect-error a float does not feed an int
    square({ x: f });
    half({ x: f });
    // @ts-expect-error an int does not feed a float
    half({ x: n });

    square({ x: square({ x: 3 }) });
    half({ x: half({ x: 3 }) });
    // @ts-expect-error nor does the int that a task gives
    half({ x: square({ x: 3 }) });

    square({ x: measured().count });
    half({ x: measured().mean });
    // @ts-expect-error nor an int field
    half({ x: measured().count });
    // @ts-expect-error nor a float field where an int is wanted
    square({ x: measured().mean });

    total({ xs: [n, 1, square({ x: n }), measured().count] });
    // @ts-expect-error nor a float among the ints of a list
    total({ xs: [n, f] });
    // @ts-expect-error nor a whole list of floats
    total({ xs: averages() });
    half({ x: averages().at(0) });
    // @ts-expect-error nor an element of a list of floats
    square({ x: averages().at(0) });

    weigh({ weights: { a: f, b: 1.5 }, grid: [[n, 1], []] });
    // @ts-expect-error nor an int in a map of floats
    weigh({ weights: { a: n }, grid: [] });
    // @ts-expect-error nor a float two lists deep
    weigh({ weights: {}, grid: [[f]] });

    store({ measure: measured() });
    // @ts-expect-error nor a record whose fields have the other kinds
    store({ measure: swapped() });

    shout({ s });
    // @ts-expect-error a string is no number
    square({ x: s });
    // @ts-expect-error a number is no string
    shout({ s: n });
    return square({ x: n });
  },
);
