/** SETTINGS_INVALID: a version with which a workflow would overwrite another. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

serialize(square, { project: "p", domain: "development", version: "..", image: "example/image:1" }); // here
