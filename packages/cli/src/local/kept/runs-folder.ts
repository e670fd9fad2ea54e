import { resolve } from "node:path";
import type { Cli } from "../../command/cli.js";

/** The folder with the runs that a command looks at. */
export async function runsFolder(cli: Cli, dir: string | undefined): Promise<string> {
  return dir === undefined ? (await cli.project()).runsFolder : resolve(cli.host.cwd, dir);
}
