/** SCHEDULE_INVALID: a fixed rate of more minutes than Flyte counts. */
import { fixedRate } from "@flytekit-ts/workflow";

fixedRate("4294967297 minutes"); // here
