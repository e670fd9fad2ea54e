/** DYNAMIC_USES_REFERENCE_TASK: a dynamic calls a task that is registered elsewhere, which shows when it runs. */
import { dynamic, referenceTask, t } from "@flytekit-ts/workflow";
import { compileDynamic, isDynamic } from "@flytekit-ts/workflow/compile";

const int = { inputs: { x: t.int() }, output: t.int() };
const square = referenceTask({ project: "p", domain: "development", name: "square", version: "v1", ...int });

const grow = dynamic({ name: "grow", output: t.int(), uses: [square] }, () => square({ x: 3 })); // here

if (isDynamic(grow)) compileDynamic(grow, new Map());
