/** warning INPUT_UNUSED: the body decides by JavaScript, which takes the first arm whatever the input is. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const declared = { name: "pipeline", inputs: { big: t.boolean() }, output: t.int() };

const pipeline = workflow(declared, ({ big }) => (big ? square({ x: 1000 }) : square({ x: 1 }))); // here

export const { warnings } = compile(pipeline);
