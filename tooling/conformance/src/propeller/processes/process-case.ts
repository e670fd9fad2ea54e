import type { StandInCase } from "../compare-case-by-stand-in.js";
import type { ProcessRuns } from "./run-processes.js";

/** What is packaged and run with processes as its tasks. */
export interface ProcessCase {
  readonly name: string;
  /** Run it, and say in what each run is not as it has to be. */
  readonly compare: (runs: ProcessRuns) => Promise<readonly StandInCase[]>;
}
