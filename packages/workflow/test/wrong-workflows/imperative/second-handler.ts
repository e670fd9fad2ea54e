/** FAILURE_HANDLER_MISMATCH: a second handler. */
import { imperativeWorkflow, task } from "@flytekit-ts/workflow";

const clean = task({ name: "clean" }, () => {});
const report = task({ name: "report" }, () => {});

const wf = imperativeWorkflow({ name: "wf" });
wf.addOnFailureHandler(clean);
wf.addOnFailureHandler(report); // here
