/** INPUT_MISSING: a required input is left out. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const scale = task(
  { name: "scale", inputs: { x: t.int(), by: t.int() }, output: t.int() },
  ({ x, by }) => x * by,
);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error by is missing
  return scale({ x: n }); // here
});

compile(pipeline);
