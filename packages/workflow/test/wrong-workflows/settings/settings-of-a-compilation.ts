/** SETTINGS_INVALID: a version that Flyte does not take, where a workflow is compiled. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

compile(job, { project: "p", domain: "development", version: "release/1", image: "example/image:1" }); // here
