/** OPTION_INVALID: two variants that Flyte cannot tell apart. */
import { t } from "@flytekit-ts/workflow";

export const either = t.union([t.int(), t.int({ bigint: true })]); // here
