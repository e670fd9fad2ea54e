/** SETTINGS_INVALID: no image for the tasks. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

serialize(square, { project: "p", domain: "development", version: "v1", image: "" }); // here
