import { gunzipSync } from "node:zlib";
import { gzipSync } from "fflate";
import type { Registration } from "./registration.js";

/**
 * The settings that a dynamic task carries, without what differs between the machines that package: the folder of the
 * project. What is not known yet is `null`: the container is told by variables that Flyte sets.
 */
export function portableSettings(text: string, { project, domain, version }: Registration): string {
  const json = JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString("utf8")) as object;
  const known = { project: project || null, domain: domain || null, version: version || null };
  const portable = Buffer.from(JSON.stringify({ ...json, ...known, source_root: null }));
  return Buffer.from(gzipSync(portable, { level: 0, mtime: 0 })).toString("base64");
}
