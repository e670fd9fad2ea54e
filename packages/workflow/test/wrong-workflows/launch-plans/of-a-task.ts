/** ENTITY_NOT_COMPILABLE: a launch plan of a task. */
import { launchPlan, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

// @ts-expect-error a launch plan is for a workflow
export const plan = launchPlan(square, { name: "square.plan" }); // here
