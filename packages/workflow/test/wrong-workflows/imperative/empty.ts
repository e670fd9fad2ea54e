/** WORKFLOW_EMPTY: a workflow to which nothing was added. */
import { compile, imperativeWorkflow } from "@flytekit-ts/workflow";

const wf = imperativeWorkflow({ name: "wf" }); // here

compile(wf);
