/** WORKFLOW_BODY_ASYNC: an async body that fails later, which nobody waits for. */
import { compile, workflow } from "@flytekit-ts/workflow";

// @ts-expect-error a body is not async
const pipeline = workflow({ name: "pipeline" }, async () => Promise.reject(new Error("late"))); // here

compile(pipeline);
