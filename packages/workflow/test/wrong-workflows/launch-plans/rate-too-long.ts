/** OPTION_INVALID: a fixed rate longer than any span of Flyte. */
import { fixedRate } from "@flytekit-ts/workflow";

fixedRate("4294967295 days"); // here
