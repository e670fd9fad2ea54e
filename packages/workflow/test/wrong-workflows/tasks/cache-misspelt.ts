/** OPTION_UNKNOWN: a nested option is misspelt in an object that is used several times. */
import { t, task } from "@flytekit-ts/workflow";

const cache = { version: "1", ignoreInputs: ["n"] };

task({ name: "load", inputs: { n: t.int() }, cache }, () => {}); // here
