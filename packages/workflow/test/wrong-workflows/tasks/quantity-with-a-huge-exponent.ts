/** RESOURCE_INVALID: a quantity that occupies the backend for minutes. */
import { t, task } from "@flytekit-ts/workflow";

task({ name: "load", inputs: { n: t.int() }, resources: { memory: "1e-99999999" } }, () => {}); // here
