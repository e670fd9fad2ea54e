/** OPTION_INVALID: a map over a task whose only input has a default. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int().default(2) }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.list(t.int()) }, () => mapTask(square)({})); // here

compile(pipeline);
