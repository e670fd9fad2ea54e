import type { PulledKind } from "./pull-source.js";

/** What was asked for, in full. */
export interface Asking {
  readonly project: string;
  readonly domain: string;
  readonly kinds: readonly PulledKind[];
  /** Left out for everything that the project has in the domain. */
  readonly entities?: readonly AskedEntity[];
}

/** An entity that was asked for. Without a version, the newest is meant. */
export interface AskedEntity {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version?: string;
  readonly kinds: readonly PulledKind[];
}
