import type { Settings } from "../../config/config.js";
import type { Layer } from "./layer.js";

/** Settings that are put together member by member; all others are taken whole. */
const JOINED: ReadonlySet<string> = new Set([
  "images",
  "environment",
  "resources",
  "plans",
  "cluster",
  "cluster.auth",
  "runs",
  "bundle",
]);

/** What holds of several layers, the weakest first, and where it is from. */
export function joinLayers(layers: readonly Layer[]): {
  readonly settings: Settings;
  readonly sources: { readonly [setting: string]: string };
} {
  let settings: Members = {};
  const sources = new Map<string, string>();
  for (const layer of layers) {
    for (const keys of layer.hides ?? []) {
      settings = without(settings, keys);
      sources.set(keys.join("."), layer.sourceOf(keys.join(".")));
    }
    settings = over(settings, layer.settings as Members, { prefix: "", sources, layer });
  }
  return { settings, sources: Object.fromEntries(sources) };
}

type Members = Readonly<Record<string, unknown>>;

interface Joining {
  readonly prefix: string;
  readonly sources: Map<string, string>;
  readonly layer: Layer;
}

function over(below: Members, above: Members, { prefix, sources, layer }: Joining): Members {
  const joined = new Map(Object.entries(below));
  for (const [name, value] of Object.entries(above)) {
    if (value === undefined) continue;
    const path = `${prefix}${name}`;
    if (JOINED.has(path)) {
      const inner = { prefix: `${path}.`, sources, layer };
      joined.set(name, over((joined.get(name) ?? {}) as Members, value as Members, inner));
      continue;
    }
    joined.set(name, value);
    sources.set(path, layer.sourceOf(path));
  }
  return Object.fromEntries(joined);
}

function without(settings: Members, [first = "", ...rest]: readonly string[]): Members {
  if (!Object.hasOwn(settings, first)) return settings;
  const entries = Object.entries(settings);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== first));
  const inner = without(settings[first] as Members, rest);
  return Object.fromEntries(entries.map(([name, value]) => [name, name === first ? inner : value]));
}
