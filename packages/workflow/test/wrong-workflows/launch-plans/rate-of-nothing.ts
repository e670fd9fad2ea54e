/** SCHEDULE_INVALID: again and again, with no time between. */
import { fixedRate } from "@flytekit-ts/workflow";

export const schedule = fixedRate(0); // here
