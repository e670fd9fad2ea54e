/** SETTINGS_INVALID: nobody says which version is registered. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

// @ts-expect-error a version is needed
serialize(square, { project: "p", domain: "development", image: "example/image:1" }); // here
