/** FAILURE_HANDLER_MISMATCH: a handler takes another record of the same name. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const other = t.struct("Person", { name: t.string(), age: t.float() });
const greet = task({ name: "greet", inputs: { who: person } }, () => {});
const tidy = task({ name: "tidy", inputs: { who: other } }, () => {});

const signature = { name: "pipeline", inputs: { who: person }, onFailure: tidy as never };
const pipeline = workflow(signature, ({ who }) => void greet({ who })); // here

compile(pipeline);
