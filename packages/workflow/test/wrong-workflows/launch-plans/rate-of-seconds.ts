/** SCHEDULE_INVALID: a rate that is finer than Flyte knows. */
import { fixedRate } from "@flytekit-ts/workflow";

export const schedule = fixedRate("30 seconds"); // here
