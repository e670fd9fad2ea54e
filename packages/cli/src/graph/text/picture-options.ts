import type { SceneOptions } from "../scene/scene-of.js";

/** Where the graph goes: its inputs are at the other side. */
export type Direction = "down" | "right" | "up" | "left";

/** How a graph is drawn. */
export interface PictureOptions {
  /** By default `down`. */
  readonly direction?: Direction | undefined;
  /** How deep workflows inside workflows are unfolded; 0 unfolds none. By default 1. */
  readonly depth?: number | undefined;
  /** Whether lines say the types of their values. By default true. */
  readonly types?: boolean | undefined;
}

/** The depth to which workflows are unfolded, unless somebody asks for another. */
export const DEPTH = 1;

/** What the options of a picture mean for its scene. */
export function sceneOptions({ depth = DEPTH, types = true }: PictureOptions): SceneOptions {
  return { isOpen: (_path, level) => level < depth, hasTypes: types };
}
