/** SETTINGS_INVALID: the name of an environment variable with a blank. */
import { serialize, task } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const settings = { project: "p", domain: "development", version: "v1", image: "example/image:1" };

serialize(load, { ...settings, environment: { "LOG LEVEL": "debug" } }); // here
