import type { Signal } from "@flytekit-ts/core/storage";
import type { Transfers } from "../transfers/transfers.js";

/** Where inputs are stored, and what stores them. */
export interface Staging {
  readonly transfers: Transfers;
  readonly project: string;
  readonly domain: string;
  readonly signal: Signal | undefined;
}
