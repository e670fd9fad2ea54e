import { t } from "@flytekit-ts/core";
import { defineSensor } from "./define-sensor.js";

/** Waits for a file or a folder: its input `path` is a URI or a local path. It is that of flytekit, with the same name. */
export const fileSensor = defineSensor({
  name: "flytekit.sensor.file_sensor.FileSensor",
  inputs: { path: t.string() },
  poke: async ({ path }, { storage, signal }) => {
    if ((await storage.stat(path, { signal })) !== undefined) return true;
    if (/^https?:/.test(path)) return false;
    // A folder of an object store is nothing by itself.
    const folder = path.endsWith("/") ? path : `${path}/`;
    for await (const found of storage.list(folder, { signal })) return found.uri !== "";
    return false;
  },
});
