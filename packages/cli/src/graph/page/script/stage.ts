import type { LayoutCache } from "../../layout/layout-frame.js";
import type { PageData } from "../page-data.js";
import { type Camera, createCamera } from "./camera.js";
import { svg } from "./dom.js";
import { drawPicture, type Picture } from "./picture.js";

/** What is unfolded and drawn, and the camera that looks at it. */
export interface Stage {
  readonly layer: SVGGElement;
  readonly camera: Camera;
  readonly picture: Picture;
  open(ids: Iterable<string>): void;
  fold(ids: Iterable<string>): void;
  /** Fold or unfold; what is at the part's corner stays where it is on the screen. */
  toggle(id: string): void;
}

/** Draw the graph into an element. */
export function createStage(data: PageData, root: SVGSVGElement): Stage {
  const layer = svg("g", { class: "g" });
  root.append(layer);
  const camera = createCamera(root, layer);
  const cache: LayoutCache = new Map(data.layouts);
  const open = new Set(data.open);
  let picture = drawPicture(layer, data, open, cache);
  const redraw = (): void => {
    picture = drawPicture(layer, data, open, cache);
    camera.draws(picture.drawing);
  };
  camera.draws(picture.drawing);
  return {
    layer,
    camera,
    get picture() {
      return picture;
    },
    open(ids) {
      for (const id of ids) open.add(id);
      redraw();
    },
    fold(ids) {
      for (const id of ids) open.delete(id);
      redraw();
    },
    toggle(id) {
      const before = picture.box(id);
      if (!open.delete(id)) open.add(id);
      redraw();
      const after = picture.box(id);
      if (before !== undefined && after !== undefined) camera.hold(before, after);
    },
  };
}
