import type { Clock } from "./clock.js";
import type { State } from "./state.js";

/** What each part of the server works with. */
export interface Backend {
  readonly state: State;
  readonly clock: Clock;
}
