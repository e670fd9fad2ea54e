import type { Box, Drawing } from "../../src/graph/layout/placed.js";

/** Pairs of shapes and labels that share room, by their names. Empty is as it should be. */
export function overlapsIn({ shapes, lines }: Pick<Drawing, "shapes" | "lines">): readonly string[] {
  const boxes: (readonly [string, Box])[] = [
    ...shapes.map(({ shape, box }) => [shape.id, box] as const),
    ...lines.flatMap(({ line, label }) => (label === undefined ? [] : [[line.id, label] as const])),
  ];
  const sorted = boxes.toSorted(([, a], [, b]) => a.x - b.x);
  return sorted.flatMap(([name, box], index) => {
    const found: string[] = [];
    for (let next = index + 1; next < sorted.length; next += 1) {
      const [other, beside] = sorted[next] ?? ["", box];
      if (beside.x >= box.x + box.width) break;
      if (beside.y < box.y + box.height && box.y < beside.y + beside.height)
        found.push(`${name} and ${other}`);
    }
    return found;
  });
}
