import type { Frame } from "../scene/scene.js";
import type { Direction } from "../text/picture-options.js";
import { HEADER, layoutFrame, type LayoutCache } from "./layout-frame.js";
import type { Drawing, PlacedFrame, PlacedLine, PlacedShape, Point } from "./placed.js";

/** The margin around a picture. */
const MARGIN = 24;

/** Say where everything in a scene is. Layouts that are in the cache are not made again. */
export function drawScene(scene: Frame, direction: Direction, cache: LayoutCache = new Map()): Drawing {
  const frames: PlacedFrame[] = [];
  const shapes: PlacedShape[] = [];
  const lines: PlacedLine[] = [];
  const whole = layoutFrame(scene, direction, cache);
  const place = (frame: Frame, at: Point, depth: number): void => {
    const layout = layoutFrame(frame, direction, cache);
    const move = ({ x, y }: Point): Point => ({ x: x + at.x, y: y + at.y });
    for (const [index, part] of frame.parts.entries()) {
      const known = layout.parts[index];
      if (known === undefined) continue;
      const box = { ...known, ...move(known) };
      if (part.is === "shape") {
        shapes.push({ shape: part, box });
        continue;
      }
      frames.push({ frame: part, box, depth });
      const inner = layoutFrame(part, direction, cache);
      const indent = (box.width - inner.width) / 2;
      place(part, { x: box.x + indent, y: box.y + HEADER }, depth + 1);
    }
    for (const [index, line] of frame.lines.entries()) {
      const { points, label } = layout.lines[index] ?? { points: [] };
      lines.push({ line, points: points.map(move), label: label && { ...label, ...move(label) } });
    }
  };
  place(scene, { x: MARGIN, y: MARGIN }, 1);
  const isSideways = direction === "right" || direction === "left";
  return {
    width: whole.width + 2 * MARGIN,
    height: whole.height + 2 * MARGIN,
    isSideways,
    frames,
    shapes,
    lines,
  };
}
