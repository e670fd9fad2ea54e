/** BINDING_TYPE_MISMATCH: an output is given a value of another type. */
import { imperativeWorkflow, t } from "@flytekit-ts/workflow";

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() }, outputs: { half: t.float() } });
// @ts-expect-error an int is no float
wf.addWorkflowOutput("half", wf.inputs.n); // here
