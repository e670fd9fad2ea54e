import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The two data files of `vega-datasets` that this example reads. */
export type DataFile = "flights-200k.json" | "flights-20k.json";

/**
 * Where a data file lies on this machine.
 *
 * The package exports its code but not its data, so the data is found beside the code. Its own API is no
 * help: it fetches from a CDN, and this example needs no network.
 */
export function locateData(file: DataFile): string {
  const entry = createRequire(import.meta.url).resolve("vega-datasets");
  return join(dirname(entry), "..", "data", file);
}
