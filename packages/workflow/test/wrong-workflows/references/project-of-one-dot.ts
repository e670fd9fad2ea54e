/** OPTION_INVALID: a project that would be a step of a path. */
import { referenceTask, t } from "@flytekit-ts/workflow";

const declaration = { domain: "development", name: "square", version: "v1", inputs: { x: t.int() } };

export const square = referenceTask({ ...declaration, project: "." }); // here
