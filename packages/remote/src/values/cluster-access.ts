import type { Signal, Storage } from "@flytekit-ts/core/storage";
import type { Connection } from "../connection/connection.js";
import type { Timing } from "../watching/timing.js";
import type { Transfers } from "./transfers/transfers.js";

/** What the functions of executions share: the cluster, and the ways to what it keeps. */
export interface ClusterAccess {
  readonly connection: Connection;
  /** The author's own storages. What none of them is for is read through links that the cluster signs. */
  readonly storages: readonly Storage[];
  readonly transfers: Transfers;
  readonly timing: Timing;
}

/** What may end a call early. */
export interface Abortable {
  readonly signal?: Signal | undefined;
}
