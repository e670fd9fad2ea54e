import type { Connectors, DataStore, PodRunner } from "@flytekit-ts/propeller";

/** How executions are run. */
export interface EngineOptions {
  /** Starts the tasks: `processRunner` of `@flytekit-ts/propeller` as processes, `scripted` as functions. */
  readonly pods: PodRunner | ((store: DataStore) => PodRunner);
  /** Services of connectors, which run the types of tasks that they list. */
  readonly connectors?: Connectors | undefined;
}
