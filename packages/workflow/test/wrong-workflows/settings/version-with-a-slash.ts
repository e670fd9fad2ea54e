/** SETTINGS_INVALID: a version that would be a path. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

serialize(square, { project: "p", domain: "development", version: "release/1", image: "example/image:1" }); // here
