/**
 * Where a run gets its time from: timeouts, back-off, `sleep` and the times of events. A test passes a clock of its own,
 * so that it need not wait.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since a moment of no meaning. It measures durations, because it never goes back. */
  elapsed(): number;
  /** Call a function once, after so many milliseconds. Returns a function that prevents the call. */
  after(milliseconds: number, ring: () => void): () => void;
  /**
   * Execute a task. A clock whose time jumps has this method, so that it does not jump while a task executes, which
   * takes real time. The function that is given to `onEnd` is called if nobody waits for the task any more.
   * `isElsewhere` is whether the task may run in a thread or process of its own, which nothing here tells of.
   */
  during?<T>(
    work: () => T | Promise<T>,
    onEnd: (ended: () => void) => () => void,
    isElsewhere: boolean,
  ): T | Promise<T>;
}
