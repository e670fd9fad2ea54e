import { coordinate } from "../markup.js";

/** A point of a drawing. */
export type Point = readonly [x: number, y: number];

/** Stretches of neighbours that are there, so that a line breaks where data is missing. */
export function runs<T>(items: readonly (T | undefined)[]): T[][] {
  const found: T[][] = [];
  let current: T[] = [];
  for (const item of [...items, undefined]) {
    if (item !== undefined) {
      current.push(item);
    } else if (current.length > 0) {
      found.push(current);
      current = [];
    }
  }
  return found;
}

/** The `d` of a path through these points. */
export function linePath(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${coordinate(x)} ${coordinate(y)}`).join("");
}

/** The `d` of the area between two lines. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  return `${linePath([...upper, ...lower.toReversed()])}Z`;
}
