/** SETTINGS_INVALID: no settings at all. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

// @ts-expect-error settings are needed
serialize(square); // here
