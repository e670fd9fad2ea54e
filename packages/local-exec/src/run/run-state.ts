import type { Logger } from "@flytekit-ts/core";
import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { RunEvent } from "./events.js";
import type { Slots } from "./slots.js";

type Bare<E> = E extends RunEvent ? Omit<E, "at" | "runId"> : never;

/** An event as a node tells it: when and in which run is added. */
export type BareEvent = Bare<RunEvent>;

/** What all nodes of one run share, at any depth. */
export interface RunState {
  readonly id: string;
  /** Fires when the run is over, however it ended: nothing starts any more. */
  readonly signal: AbortSignal;
  /** Whether the run ended early. */
  readonly isOver: boolean;
  /** The root's policy; as in Flyte it holds for sub-workflows too. */
  readonly policy: FailurePolicy;
  readonly slots: Slots;
  readonly logger: Logger;
  tell(event: BareEvent): void;
}
