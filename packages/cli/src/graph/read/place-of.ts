import { isAbsolute, relative, sep } from "node:path";
import type { Place } from "@flytekit-ts/core/graph";
import type { GraphPlace } from "../model/graph-node.js";

/** A place in the author's source; files in the folder are named relative to it, so that a picture can be passed on. */
export function placeWords(place: Place, folder: string | undefined): GraphPlace | undefined {
  const { location } = place;
  if (location === undefined) return undefined;
  const { file, line, column } = location;
  const inside = folder === undefined || !isAbsolute(file) ? file : relative(folder, file);
  return { file: inside.startsWith(`..${sep}`) ? file : inside.replaceAll(sep, "/"), line, column };
}
