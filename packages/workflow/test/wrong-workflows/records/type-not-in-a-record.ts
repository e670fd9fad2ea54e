/** TYPE_NOT_IN_RECORD: an error of Flyte's as a field. */
import { t } from "@flytekit-ts/workflow";

export const report = t.struct("Report", { why: t.error() }); // here
