/** CALL_OUTSIDE_WORKFLOW: a conditional outside every body. */
import { conditional } from "@flytekit-ts/workflow";

conditional("size"); // here
