import type { Frame, Line, Shape } from "../scene/scene.js";

/** A point, in pixels from the upper left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, by its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where the parts of one frame are, relative to it: in the order in which the frame lists them. */
export interface FrameLayout {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Box[];
  readonly lines: readonly { readonly points: readonly Point[]; readonly label?: Box | undefined }[];
}

/** A shape with its place. */
export interface PlacedShape {
  readonly shape: Shape;
  readonly box: Box;
}

/** A frame with its place. */
export interface PlacedFrame {
  readonly frame: Frame;
  readonly box: Box;
  /** 1 for frames of the outermost graph. */
  readonly depth: number;
}

/** A line with its way, and the place of its label. */
export interface PlacedLine {
  readonly line: Line;
  readonly points: readonly Point[];
  readonly label?: Box | undefined;
}

/** A whole picture: where everything is. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly isSideways: boolean;
  readonly frames: readonly PlacedFrame[];
  readonly shapes: readonly PlacedShape[];
  readonly lines: readonly PlacedLine[];
}
