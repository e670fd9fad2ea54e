// As flytekit names maps: after their target, with a digest of what is bound.
const MAP = /^(?:.*\.)?map_(.+)_[\da-f]{32}(?:-arraynode)?$/;

/** The display name of a node as it is shown: a map has that of what it runs. */
export function nameOf(name: string): string {
  const [, target] = MAP.exec(name) ?? [];
  return target === undefined ? name : `map of ${target}`;
}
