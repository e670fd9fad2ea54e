import type { BareEvent } from "../events/events.js";

/** A scope as a cache, a journal or a pool of workers sees it: when it ends, and where its events go. */
export interface ScopeView {
  /** Whether it has ended. */
  readonly isOver: boolean;
  /** Why it ended early. */
  readonly reason: unknown;
  /** Whether the execution computes cached results anew. */
  readonly overwritesCache: boolean;
  /** Whether anyone would hear of an event. Events cost as much as all else about a small task, so ask before. */
  readonly isHeard: boolean;
  /** Call a function when the scope ends, unless the returned function is called before. */
  onEnd(listener: (reason: unknown) => void): () => void;
  /** Tell an event. What is returned, if anything, has to resolve before the run goes on from the node. */
  tell(event: BareEvent): Promise<void> | undefined;
}
