import { drawScene } from "../../layout/draw-scene.js";
import type { LayoutCache } from "../../layout/layout-frame.js";
import type { Box, Drawing } from "../../layout/placed.js";
import { markupOf } from "../../picture/markup.js";
import type { Frame, Shape } from "../../scene/scene.js";
import { sceneOf } from "../../scene/scene-of.js";
import type { PageData } from "../page-data.js";
import { type Relations, relationsOf } from "./relations.js";

/** What is drawn right now. */
export interface Picture {
  readonly drawing: Drawing;
  readonly relations: Relations;
  readonly elements: ReadonlyMap<string, SVGGElement>;
  readonly lines: readonly SVGGElement[];
  part(id: string): Shape | Frame | undefined;
  box(id: string): Box | undefined;
}

/** Draw the graph into a layer, with these workflows unfolded. */
export function drawPicture(
  layer: SVGGElement,
  { model, hasTypes, direction }: PageData,
  open: ReadonlySet<string>,
  cache: LayoutCache,
): Picture {
  const scene = sceneOf(model, { isOpen: (path) => open.has(path), hasTypes });
  const drawing = drawScene(scene, direction, cache);
  layer.innerHTML = markupOf(drawing);
  const elements = new Map<string, SVGGElement>();
  for (const element of layer.querySelectorAll<SVGGElement>("[data-id]"))
    elements.set(element.dataset["id"] ?? "", element);
  const parts = new Map<string, readonly [Shape | Frame, Box]>([
    ...drawing.shapes.map(({ shape, box }) => [shape.id, [shape, box]] as const),
    ...drawing.frames.map(({ frame, box }) => [frame.id, [frame, box]] as const),
  ]);
  let relations: Relations | undefined;
  return {
    drawing,
    elements,
    lines: [...layer.querySelectorAll<SVGGElement>("[data-line]")],
    // A large graph is seen before somebody asks what comes after what.
    get relations() {
      return (relations ??= relationsOf(scene));
    },
    part: (id) => parts.get(id)?.[0],
    box: (id) => parts.get(id)?.[1],
  };
}
