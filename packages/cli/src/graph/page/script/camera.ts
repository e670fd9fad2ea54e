import { select, selection } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";
import type { Box, Drawing } from "../../layout/placed.js";

/** Which part of the picture is seen, and how large. */
export interface Camera {
  /** Shows all of it. */
  fit(): void;
  /** Shows it in its own size, with the same middle. */
  actualSize(): void;
  by(factor: number): void;
  pan(x: number, y: number): void;
  /** Brings a box into view, without changing the size unless the box would not be seen. */
  show(box: Box): void;
  /** Keeps a point of the picture where it is on the screen, while the picture changes. */
  hold(before: Box, after: Box): void;
  draws(drawing: Drawing): void;
}

/** How small and large a picture may be shown. */
const EXTENT: readonly [number, number] = [0.01, 4];

// d3-zoom ends transitions before it moves. There are none here, and what makes them is not in the bundle.
Object.assign(selection.prototype, {
  interrupt(this: unknown) {
    return this;
  },
});

/** Zooming by wheel, pinch and drag, and by what buttons and keys ask for. */
export function createCamera(root: SVGSVGElement, layer: SVGGElement): Camera {
  let size = { width: 1, height: 1 };
  let at: ZoomTransform = zoomIdentity;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([...EXTENT])
    .on("zoom", ({ transform }: { readonly transform: ZoomTransform }) => {
      at = transform;
      layer.setAttribute("transform", transform.toString());
      root.dataset["scale"] = String(transform.k);
    });
  const surface = select(root).call(behaviour).on("dblclick.zoom", null);
  const seen = (): { readonly width: number; readonly height: number } => {
    const { width, height } = root.getBoundingClientRect();
    return { width: Math.max(width, 1), height: Math.max(height, 1) };
  };
  const to = (x: number, y: number, k: number): void =>
    behaviour.transform(surface, zoomIdentity.translate(x, y).scale(k));
  return {
    fit() {
      const { width, height } = seen();
      const k = Math.max(EXTENT[0], Math.min(1, width / size.width, height / size.height));
      to((width - size.width * k) / 2, (height - size.height * k) / 2, k);
    },
    actualSize: () => behaviour.scaleTo(surface, 1),
    by: (factor) => behaviour.scaleBy(surface, factor),
    pan: (x, y) => behaviour.translateBy(surface, x / at.k, y / at.k),
    show(box) {
      const { width, height } = seen();
      const k = Math.max(at.k, Math.min(0.8, (0.9 * width) / box.width));
      const [left, top] = [box.x * k + at.x, box.y * k + at.y];
      const isSeen =
        k === at.k &&
        left > 20 &&
        top > 20 &&
        left + box.width * k < width - 20 &&
        top + box.height * k < height - 20;
      if (!isSeen)
        to(
          width / 2 - (box.x + box.width / 2) * k,
          height / 2 - (box.y + Math.min(box.height, height / k) / 2) * k,
          k,
        );
    },
    hold(before, after) {
      to(at.x + (before.x - after.x) * at.k, at.y + (before.y - after.y) * at.k, at.k);
    },
    draws({ width, height }) {
      size = { width, height };
    },
  };
}
