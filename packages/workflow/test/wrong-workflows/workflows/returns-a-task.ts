/** BINDING_TYPE_MISMATCH: a task is returned, rather than its result. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", output: t.int() }, () => 3);

// @ts-expect-error the task was not called
const pipeline = workflow({ name: "pipeline", output: t.int() }, () => count); // here

compile(pipeline);
