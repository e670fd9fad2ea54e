/** A reporter that is silent for a while. */
export interface Paused {
  /** Writes to its stream. */
  readonly write: (text: string) => void;
  /** Go on, with all that has come meanwhile. */
  readonly resume: () => void;
}
