import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { servers } from "./servers.js";

const cache = fileURLToPath(new URL("../../node_modules/.cache/servers", import.meta.url));

/**
 * The folder of a server in the cache. Its name has the version: another version is another folder.
 *
 * @param {import("./servers.js").ServerName} name
 * @returns {string}
 */
export function folderOf(name) {
  return join(cache, `${name}@${servers[name].source.split("@").at(-1)}`);
}

/**
 * The program of a server, if it is there: in the folder that `FLYTEKIT_SERVERS_BIN` names, or in the cache.
 *
 * @param {import("./servers.js").ServerName} name
 * @returns {string | undefined}
 */
export function installedAt(name) {
  const { file } = servers[name];
  const given = process.env["FLYTEKIT_SERVERS_BIN"];
  const folders = given === undefined || given === "" ? [folderOf(name)] : [given, folderOf(name)];
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
}
