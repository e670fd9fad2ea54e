/** CALL_OUTSIDE_WORKFLOW: a gate outside every body. */
import { sleep } from "@flytekit-ts/workflow";

sleep("10 minutes"); // here
