/** FAILURE_POLICY_UNKNOWN: flytekit's name for a failure policy. */
import { workflow } from "@flytekit-ts/workflow";

// @ts-expect-error the names have hyphens
export const pipeline = workflow({ name: "pipeline", failurePolicy: "FAIL_IMMEDIATELY" }, () => {}); // here
