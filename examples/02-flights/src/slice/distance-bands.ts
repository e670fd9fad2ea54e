/** A range of flight lengths, from its start up to the start of the next one. */
export interface DistanceBand {
  readonly label: string;
  /** First length in the band, in miles. */
  readonly from: number;
}

/** Eight bands, ascending. Narrow where flights are many; the last one is mostly coast to coast and Hawaii. */
export const distanceBands: readonly DistanceBand[] = [
  { label: "under 250", from: 0 },
  { label: "250–499", from: 250 },
  { label: "500–749", from: 500 },
  { label: "750–999", from: 750 },
  { label: "1,000–1,499", from: 1000 },
  { label: "1,500–1,999", from: 1500 },
  { label: "2,000–2,499", from: 2000 },
  { label: "2,500+", from: 2500 },
];

/** Position in `distanceBands` of the band that holds a flight of this many miles. */
export function bandOf(distance: number): number {
  let band = distanceBands.length - 1;
  while (band > 0 && distance < (distanceBands[band]?.from ?? 0)) band -= 1;
  return band;
}
