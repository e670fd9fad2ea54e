import type { PausableReporter } from "@flytekit-ts/local-exec/reporter";

/** How a run is shown while it goes on. */
export interface Progress extends PausableReporter {
  /** The run is over: nothing more comes. */
  readonly end: () => void;
}
