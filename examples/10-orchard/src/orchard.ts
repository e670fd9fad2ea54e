import { t, task, workflow } from "@flytekit-ts/workflow";
import { Apple, Crate, grade } from "./grading.js";

export const pick = task(
  { name: "orchard.pick", inputs: { lines: t.list(t.string()) }, output: t.list(Apple) },
  ({ lines }) =>
    lines.map((line) => {
      const [variety = "", grams, bruises] = line.split(" ");
      return { variety, grams: Number(grams), bruises: Number(bruises), picked: "2024-09-30" };
    }),
);

export const label = task(
  { name: "orchard.label", inputs: { crates: t.list(Crate) }, output: t.string() },
  ({ crates }) =>
    crates
      .map(({ grade: kind, apples, kilograms }) => `${kind}: ${apples}, ${kilograms.toFixed(2)} kg`)
      .join("; "),
);

/** `grade` is the task in Python. Its inputs are checked here as those of any task: write `strict: "no"`, and it is red. */
export const harvest = workflow(
  { name: "orchard.harvest", inputs: { lines: t.list(t.string()) }, output: t.string() },
  ({ lines }) =>
    label({ crates: grade({ apples: pick({ lines }), lightest: { Elstar: 120 }, strict: true }) }),
);
