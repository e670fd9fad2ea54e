import type { PausableReporter } from "@flytekit-ts/local-exec/reporter";

/** How a run is shown while it goes on, until `end`. */
export type Progress = PausableReporter;
