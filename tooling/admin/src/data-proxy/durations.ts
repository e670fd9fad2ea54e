import type { Duration } from "@flytekit-ts/models/google";

/** A duration as Go writes it: `2h0m0s`, `1.5s`, `300ms`. */
export function goDuration({ seconds, nanos }: Duration): string {
  const total = seconds * 1_000_000_000n + BigInt(nanos);
  if (total === 0n) return "0s";
  const sign = total < 0n ? "-" : "";
  const size = total < 0n ? -total : total;
  if (size < 1_000_000_000n) return `${sign}${small(Number(size))}`;
  const whole = size / 1_000_000_000n;
  const rest = Number(size % 1_000_000_000n);
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
  const [hours, minutes, left] = [whole / 3600n, (whole % 3600n) / 60n, whole % 60n];
  const large = hours > 0n ? `${hours}h${minutes}m` : minutes > 0n ? `${minutes}m` : "";
  return `${sign}${large}${left}${fraction}s`;
}

function small(nanos: number): string {
  if (nanos < 1000) return `${nanos}ns`;
  return nanos < 1_000_000 ? `${nanos / 1000}µs` : `${nanos / 1_000_000}ms`;
}

/** Whether the parts of a duration fit together and it is within 10,000 years. */
export function isValid({ seconds, nanos }: Duration): boolean {
  const [MOST, mostNanos] = [315_576_000_000n, 999_999_999];
  const fits = seconds >= -MOST && seconds <= MOST && Math.abs(nanos) <= mostNanos;
  return fits && !(seconds > 0n && nanos < 0) && !(seconds < 0n && nanos > 0);
}

/** Whole seconds, as links have them. */
export function secondsOf({ seconds }: Duration): number {
  return Number(seconds);
}
