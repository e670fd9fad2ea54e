import type { Timestamp } from "@flytekit-ts/models/google";

/** Tells the time of a server. Tests set it. */
export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;
  /** The time as the server writes it: each is later than the one before, by a microsecond at least. */
  timestamp(): Timestamp;
}

/** A clock with microseconds that never says the same time twice. */
export function clockOf(now: () => number = Date.now): Clock {
  let last = 0n;
  return {
    now,
    timestamp: () => {
      const micros = BigInt(Math.trunc(now() * 1000));
      last = micros > last ? micros : last + 1n;
      return { seconds: last / 1_000_000n, nanos: Number(last % 1_000_000n) * 1000 };
    },
  };
}
