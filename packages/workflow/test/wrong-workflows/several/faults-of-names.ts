/** NAME_TWICE, INPUT_MISSING: a name stands for two things, and a call is wrong beside that. */
import { serialize, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", output: t.int() }, () => 1);
const loadAgain = task({ name: "load", output: t.string() }, () => "1"); // here
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline" }, () => {
  square({ x: load() });
  loadAgain();
  // @ts-expect-error the input is missing
  square(); // here
});

serialize(pipeline, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
