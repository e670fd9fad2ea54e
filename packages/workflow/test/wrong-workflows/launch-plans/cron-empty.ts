/** CRON_INVALID: no cron expression at all. */
import { cron } from "@flytekit-ts/workflow";

export const schedule = cron(" "); // here
