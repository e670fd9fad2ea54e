/** MAP_TARGET_INVALID: a map over a dynamic. */
import { dynamic, mapTask, t } from "@flytekit-ts/workflow";

const grow = dynamic({ name: "grow", inputs: { n: t.int() }, output: t.int() }, ({ n }) => n);

// @ts-expect-error a dynamic takes the whole list
export const grown = mapTask(grow); // here
