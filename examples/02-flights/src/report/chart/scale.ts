/** A straight map from data to drawing, with round values to label. */
export interface Scale {
  (value: number): number;
  /** Round values inside the domain, ascending. */
  readonly ticks: readonly number[];
  readonly domain: readonly [low: number, high: number];
}

/**
 * A scale that covers all `values`, its ends moved out to round numbers.
 *
 * `range` may run downwards, as vertical ones do. Without values, or with one value only, the domain is
 * widened to one unit: a chart of nothing still has axes.
 */
export function createScale(
  values: readonly number[],
  range: readonly [start: number, end: number],
  tickCount: number,
): Scale {
  const low = values.length === 0 ? 0 : Math.min(...values);
  const high = Math.max(low + 1, ...values);
  const interval = roundInterval((high - low) / tickCount);
  const first = Math.floor(low / interval);
  const last = Math.ceil(high / interval);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * interval);
  const [start, end] = range;
  const span = (last - first) * interval;
  const scale = (value: number) => start + ((value - first * interval) / span) * (end - start);
  return Object.assign(scale, { ticks, domain: [first * interval, last * interval] as const });
}

/** The round number (1, 2 or 5 times a power of ten) nearest above what is asked for. */
function roundInterval(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}
