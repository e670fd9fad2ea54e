import type { Box, Drawing } from "../../layout/placed.js";
import type { Relations } from "./relations.js";

/** An arrow key. */
export type Arrow = "up" | "down" | "left" | "right";

/**
 * The shape that an arrow key leads to: along a line where one goes that way, else the nearest beside.
 */
export function walk(from: string, arrow: Arrow, drawing: Drawing, relations: Relations): string | undefined {
  const boxes = new Map(drawing.shapes.map(({ shape, box }) => [shape.id, box]));
  const start = boxes.get(from) ?? drawing.frames.find(({ frame }) => frame.id === from)?.box;
  if (start === undefined) return drawing.shapes[0]?.shape.id;
  const linked = [...relations.next(from), ...relations.previous(from)];
  return nearest(start, arrow, linked, boxes) ?? nearest(start, arrow, [...boxes.keys()], boxes);
}

function nearest(
  start: Box,
  arrow: Arrow,
  ids: readonly string[],
  boxes: ReadonlyMap<string, Box>,
): string | undefined {
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const id of ids) {
    const box = boxes.get(id);
    if (box === undefined || box === start) continue;
    const { ahead, aside } = distance(start, box, arrow);
    // More beside than ahead is another direction.
    if (ahead <= 0 || aside > 4 * ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [id, far];
  }
  return best;
}

function distance(start: Box, box: Box, arrow: Arrow): { readonly ahead: number; readonly aside: number } {
  const x = box.x + box.width / 2 - (start.x + start.width / 2);
  const y = box.y + box.height / 2 - (start.y + start.height / 2);
  if (arrow === "up" || arrow === "down") return { ahead: arrow === "down" ? y : -y, aside: Math.abs(x) };
  return { ahead: arrow === "right" ? x : -x, aside: Math.abs(y) };
}
