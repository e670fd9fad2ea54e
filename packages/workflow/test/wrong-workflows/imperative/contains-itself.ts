/** WORKFLOW_RECURSIVE: a workflow is added to itself. */
import { compile, imperativeWorkflow, t } from "@flytekit-ts/workflow";

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() } });
wf.addSubWorkflow(wf, { n: wf.inputs.n }); // here

compile(wf);
