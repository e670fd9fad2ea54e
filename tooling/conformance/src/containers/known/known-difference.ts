import type { ContainerRow } from "../rows/container-row.js";

/** Where what we leave is meant not to be what flytekit left. */
export interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  /**
   * The row with what our process is to leave instead, or nothing where the rule does not apply. All of it is then
   * compared, so that a rule excuses nothing but what it says.
   */
  readonly instead: (row: ContainerRow) => ContainerRow | undefined;
}
