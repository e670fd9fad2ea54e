/** MAP_TARGET_INVALID: a map over a plain function. */
import { mapTask } from "@flytekit-ts/workflow";

const square = ({ x }: { x: number }) => x * x;

// @ts-expect-error a task is wanted
export const squares = mapTask(square); // here
