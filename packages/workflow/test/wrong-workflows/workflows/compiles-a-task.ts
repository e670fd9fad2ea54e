/** ENTITY_NOT_COMPILABLE: a task where a workflow is compiled. */
import { compile, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

// @ts-expect-error a workflow is wanted
compile(square); // here
