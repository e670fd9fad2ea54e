// As flytekit names maps: `garden.map_water_<md5>-arraynode`, after their target and a digest of what is bound.
const MAP = /^((?:.*\.)?)map_(.+)_[\da-f]{32}-arraynode$/;

/** The name of an entity as its author knows it: a map has that of the task that it maps. */
export function shownName(name: string): string {
  const [, module = "", target] = MAP.exec(name) ?? [];
  return target === undefined ? name : `map of ${module}${target}`;
}

/** An entity in words: `task garden.water`, `launch plan garden.daily`, `map of garden.water`. */
export function entityWords(kind: string, name: string): string {
  const shown = shownName(name);
  return shown === name ? `${kind === "map" ? "map of" : kindWords(kind)} ${name}` : shown;
}

/** A kind of entities in words: `launch plan`. */
export function kindWords(kind: string): string {
  return kind.replace("-", " ");
}
