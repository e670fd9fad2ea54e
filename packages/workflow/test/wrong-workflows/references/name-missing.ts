/** NAME_INVALID: a reference to nobody knows what. */
import { referenceLaunchPlan } from "@flytekit-ts/workflow";

// @ts-expect-error the name is missing
export const plan = referenceLaunchPlan({ project: "p", domain: "development", version: "v1" }); // here
