/** OPTION_INVALID: a cache that ignores an input which the task does not have. */
import { t, task } from "@flytekit-ts/workflow";

const cache = { version: "1", ignoredInputs: ["verbose"] };
const declaration = { name: "square", inputs: { x: t.int() }, output: t.int(), cache } as const;

export const square = task(declaration, ({ x }) => x * x); // here
