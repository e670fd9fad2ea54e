import { t, task } from "@flytekit-ts/workflow";

const only = task({ name: "app.only", inputs: { x: t.int().default(1) }, output: t.int() }, ({ x }) => x);

/** One task in a folder of many files. */
export const entities = [only];
