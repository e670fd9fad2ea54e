/** WORKFLOW_EMPTY: a body that calls nothing. */
import { compile, workflow } from "@flytekit-ts/workflow";

const pipeline = workflow({ name: "pipeline" }, () => {}); // here

compile(pipeline);
