/** NAME_TWICE: a task and the workflow around it under one name. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "square", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  // here
  square({ x: n }),
);

compile(pipeline);
