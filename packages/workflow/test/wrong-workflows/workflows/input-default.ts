/** VALUE_TYPE_MISMATCH: a default of a workflow input that is no such value. */
import { t, workflow } from "@flytekit-ts/workflow";

export const pipeline = workflow({ name: "pipeline", inputs: { n: t.int().default(0.5) } }, () => {}); // here
