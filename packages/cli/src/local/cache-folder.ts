import { resolve } from "node:path";
import type { Cli } from "../command/cli.js";

/** The folder of the cache that a command looks at; undefined is that of the user. */
export async function cacheFolder(cli: Cli, dir: string | undefined): Promise<string | undefined> {
  return dir === undefined ? (await cli.project()).cacheFolder : resolve(cli.host.cwd, dir);
}
