/** BINDING_TYPE_MISMATCH: a constant that is no whole number, which only the run shows. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => square({ x: 2.5 })); // here

compile(pipeline);
