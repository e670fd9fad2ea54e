/** OPTION_INVALID: a plain function is added. */
import { imperativeWorkflow } from "@flytekit-ts/workflow";

const wf = imperativeWorkflow({ name: "wf" });
// @ts-expect-error an entity is wanted
wf.addEntity(() => 3, {}); // here
