import { describe, expect, it } from "vitest";
import { everyKind } from "../../../test/support/every-kind.js";
import { largeWorkflow } from "../../../test/support/large-workflow.js";
import { overlapsIn } from "../../../test/support/overlaps.js";
import { graphOf } from "../graph-of.js";
import { sceneOf } from "../scene/scene-of.js";
import { drawScene } from "./draw-scene.js";
import type { LayoutCache } from "./layout-frame.js";

const model = graphOf(everyKind);

describe("drawScene", () => {
  it.each(["down", "right", "up", "left"] as const)(
    "overlaps nothing, and keeps inside (%s)",
    (direction) => {
      for (const depth of [0, 1]) {
        const scene = sceneOf(model, { isOpen: (_path, level) => level < depth, hasTypes: true });
        const drawing = drawScene(scene, direction);
        expect(overlapsIn(drawing)).toEqual([]);
        expect(drawing.shapes.length).toBeGreaterThan(10);
        for (const { box } of [...drawing.shapes, ...drawing.frames]) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
          expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
        }
      }
    },
  );

  it("overlaps nothing in a workflow of 500 nodes", () => {
    const scene = sceneOf(graphOf(largeWorkflow(500)), { isOpen: () => true, hasTypes: true });
    const drawing = drawScene(scene, "down");
    expect(overlapsIn(drawing)).toEqual([]);
    expect(drawing.shapes.length).toBeGreaterThan(500);
  });

  it("is told of an overlap", () => {
    const { shapes, lines } = drawScene(sceneOf(model, { isOpen: () => true, hasTypes: true }), "down");
    const [first, second, ...more] = shapes;
    if (first === undefined || second === undefined) throw new Error("There are two shapes.");
    const planted = [first, { ...second, box: first.box }, ...more];
    expect(overlapsIn({ shapes: planted, lines })).toContain(`${first.shape.id} and ${second.shape.id}`);
  });

  it("lays out again only what changed, and what is around it", () => {
    const cache: LayoutCache = new Map();
    drawScene(sceneOf(model, { isOpen: () => true, hasTypes: true }), "down", cache);
    const before = new Map(cache);
    drawScene(sceneOf(model, { isOpen: (path) => path !== "n1", hasTypes: true }), "down", cache);
    expect([...cache.keys()].filter((key) => !before.has(key))).toHaveLength(1);
  });

  it("draws a workflow without nodes, inputs and outputs", () => {
    const empty = {
      is: "frame",
      id: "",
      kind: "workflow",
      title: "x",
      isHandler: false,
      parts: [],
      lines: [],
    } as const;
    expect(drawScene(empty, "down")).toMatchObject({ width: 48, height: 48, shapes: [] });
  });
});
