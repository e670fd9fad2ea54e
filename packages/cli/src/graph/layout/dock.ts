import type { Direction } from "../text/picture-options.js";
import type { Box, Point } from "./placed.js";

/** How far from a corner a line may begin or end. */
const CORNER = 14;

/**
 * Where a line leaves or reaches a box: at the side that faces where the graph goes, as near to the next point as the
 * side allows. A line that came in from beside would look as if it passed by.
 */
export function dock(box: Box, near: Point, direction: Direction, end: "leaves" | "reaches"): Point {
  const { x, y, width, height } = box;
  const isForward = direction === "down" || direction === "right";
  const isFar = isForward === (end === "leaves");
  if (direction === "down" || direction === "up")
    return { x: within(near.x, x, width), y: isFar ? y + height : y };
  return { x: isFar ? x + width : x, y: within(near.y, y, height) };
}

function within(value: number, start: number, size: number): number {
  const corner = Math.min(CORNER, size / 2);
  return Math.max(start + corner, Math.min(start + size - corner, value));
}
