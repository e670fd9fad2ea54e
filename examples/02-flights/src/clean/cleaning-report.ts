import { faultNames, unreadable } from "./find-fault.js";

/** What cleaning did. `read` is `kept` plus the sum of `dropped`. */
export interface CleaningReport {
  read: number;
  kept: number;
  /** How many rows were dropped for each reason; reasons that met no row are there with 0. */
  dropped: Record<string, number>;
}

/** Count reasons as rows are dropped, then `report`. */
export interface CleaningTally {
  drop(reason: string): void;
  report(kept: number): CleaningReport;
}

/** Start counting, with the rows that could not even be loaded. */
export function createCleaningTally(unreadableRows: number): CleaningTally {
  const dropped = new Map<string, number>(faultNames.map((name) => [name, 0]));
  dropped.set(unreadable, unreadableRows);
  return {
    drop(reason) {
      dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
    },
    report(kept) {
      const total = [...dropped.values()].reduce((sum, count) => sum + count, 0);
      return { read: kept + total, kept, dropped: Object.fromEntries(dropped) };
    },
  };
}
