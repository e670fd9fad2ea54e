/** BINDING_TYPE_MISMATCH: a list with nothing at one of its places. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) => xs.length);

const sizes: number[] = [];
sizes[0] = 1;
sizes[2] = 3;

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => sum({ xs: sizes })); // here

compile(pipeline);
