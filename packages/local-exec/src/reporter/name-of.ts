// As flytekit names maps: after their target, with a digest of what is bound.
const MAP = /^(?:.*\.)?map_(.+)_[\da-f]{32}(?:-arraynode)?$/;

/** The display name of a node as it is shown: a map has that of what it runs. */
export function nameOf(name: string): string {
  const [, target] = MAP.exec(name) ?? [];
  return target === undefined ? name : `map of ${target}`;
}

const LONGEST_PATH = 60;

/** The path of a node as it is shown. In a deep recursion it has thousands of parts, and only the ends tell something. */
export function briefPath(path: string): string {
  if (path.length <= LONGEST_PATH) return path;
  return `${path.slice(0, LONGEST_PATH / 2)}...${path.slice(-LONGEST_PATH / 2)}`;
}
