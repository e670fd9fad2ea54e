import { isAbsolute, relative, sep } from "node:path";

/** A path as somebody would write it who is in a folder: relative if it is below, else absolute. With `/` on every system. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const isBelow = below !== "" && below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  return (isBelow ? below : path).split(sep).join("/");
}
