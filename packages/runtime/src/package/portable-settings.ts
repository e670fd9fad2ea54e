import { gunzipSync } from "node:zlib";
import { gzipSync } from "fflate";
import type { Registration } from "./registration.js";

/**
 * The settings that a dynamic task carries, without what differs between the machines that package: the folder of the
 * project. What is not known yet is `null`, as in flytekit's packages: the container is told by variables that Flyte sets,
 * and by the arguments in which flytectl fills in the place of the code.
 */
export function portableSettings(text: string, { project, domain, version }: Registration): string {
  const json = JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString("utf8"), unfilled) as object;
  const known = { project: project || null, domain: domain || null, version: version || null };
  const portable = Buffer.from(JSON.stringify({ ...json, ...known, source_root: null }));
  return Buffer.from(gzipSync(portable, { level: 0, mtime: 0 })).toString("base64");
}

function unfilled(_key: string, value: unknown): unknown {
  return value === "{{ .remote_package_path }}" || value === "{{ .dest_dir }}" ? null : value;
}
