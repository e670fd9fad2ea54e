/** OUTPUT_TYPE_MISSING: a list of promises as a new output, and nobody says of what type. */
import { imperativeWorkflow, t } from "@flytekit-ts/workflow";

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() } });
// @ts-expect-error a type is needed
wf.addWorkflowOutput("all", [wf.inputs.n, 3]); // here
