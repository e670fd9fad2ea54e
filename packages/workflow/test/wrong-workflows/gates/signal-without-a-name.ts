/** OPTION_INVALID: an input that nobody could give. */
import { compile, t, waitForInput, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => waitForInput("", t.int())); // here

compile(pipeline);
