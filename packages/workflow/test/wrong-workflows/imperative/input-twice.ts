/** VARIABLE_TWICE: an input is added that was there already. */
import { imperativeWorkflow, t } from "@flytekit-ts/workflow";

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() } });
wf.addWorkflowInput("n", t.int()); // here
