/** OPTION_INVALID: a reference that does not say which version. */
import { referenceTask, t } from "@flytekit-ts/workflow";

const id = { project: "p", domain: "development", name: "square" };

// @ts-expect-error the version is missing
export const square = referenceTask({ ...id, inputs: { x: t.int() }, output: t.int() }); // here
