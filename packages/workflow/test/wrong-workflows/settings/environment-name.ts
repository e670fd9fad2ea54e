/** SETTINGS_INVALID: a variable with an equals sign in its name. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const settings = { project: "p", domain: "development", version: "v1", image: "example/image:1" };

serialize(square, { ...settings, environment: { "MODE=fast": "" } }); // here
