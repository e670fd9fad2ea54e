import type { Timestamp } from "@flytekit-ts/workflow";

const BILLION = 1_000_000_000n;

/** A point in time, by nanoseconds later. */
export function later({ seconds, nanos }: Timestamp, by: bigint): Timestamp {
  const all = seconds * BILLION + BigInt(nanos) + by;
  const rest = ((all % BILLION) + BILLION) % BILLION;
  return { seconds: (all - rest) / BILLION, nanos: Number(rest) };
}

/** A point in time as Python's `isoformat` writes it, in UTC. */
export function isoText({ seconds, nanos }: Timestamp): string {
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  const micros = Math.floor(nanos / 1000);
  return `${whole}${micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`}+00:00`;
}
