const BRAND: unique symbol = Symbol("exit");

/** How a worker ended that nobody told to end. */
export interface Exit {
  readonly [BRAND]: true;
  readonly code?: number | undefined;
  readonly signal?: string | undefined;
  /** Its memory was exhausted. */
  readonly isOutOfMemory: boolean;
  /** Why it ended, if the runtime says more. */
  readonly cause?: unknown;
}

/** The end of a worker. */
export function exitOf(parts: Omit<Exit, typeof BRAND>): Exit {
  return { [BRAND]: true, ...parts };
}

/** Whether a value is the end of a worker. */
export function isExit(value: unknown): value is Exit {
  return typeof value === "object" && value !== null && BRAND in value;
}
