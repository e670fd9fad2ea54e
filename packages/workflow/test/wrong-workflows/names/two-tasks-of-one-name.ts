/** NAME_TWICE: two tasks under one name. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "work", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const cube = task({ name: "work", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x ** 3); // here

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  cube({ x: square({ x: n }) }),
);

compile(pipeline);
