import { gunzipSync } from "node:zlib";
import type { DataStore } from "../data/data-store.js";
import { joinUri } from "../data/join-uri.js";
import { hydrate, type Registration } from "./hydrate.js";
import { baseOf, readPackage } from "./read-package.js";
import { Registry } from "./registry.js";

/** Where a package goes, and where its code is uploaded. */
export interface Upload extends Omit<Registration, "distribution"> {
  readonly store: DataStore;
  /** The folder of the uploaded code. */
  readonly uploads: string;
}

/**
 * Register a package as flytectl does, beside what is registered: the code is uploaded, and the messages are filled in.
 *
 * The code is uploaded decompressed, under a name that still says it was: that is what flytectl does.
 *
 * @throws for what is no package
 */
export async function registerPackage(
  archive: Uint8Array,
  upload: Upload,
  registry: Registry = new Registry(),
): Promise<Registry> {
  const { entities, code } = readPackage(archive);
  const { store, uploads, ...registration } = upload;
  const distribution = code === undefined ? undefined : joinUri(uploads, baseOf(code.name));
  if (code !== undefined && distribution !== undefined)
    await store.write(distribution, gunzipSync(code.bytes));
  for (const entity of entities) {
    hydrate(entity, { ...registration, distribution });
    registry.add(entity);
  }
  return registry;
}
