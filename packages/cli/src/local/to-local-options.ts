import { resolve } from "node:path";
import type { LocalOptions } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import { answersOf } from "./answers.js";
import type { LocalGiven } from "./given.js";

/** The options of a local run, from those of a command line and from the project's settings. */
export async function toLocalOptions(given: LocalGiven, cli: Cli): Promise<LocalOptions> {
  const { settings, folder } = await cli.project();
  const prefix = given["raw-output-prefix"];
  const waits = given.gates === "ask" || (given.gates === undefined && cli.out.canAsk);
  const answers = answersOf(given);
  return {
    concurrency: given.concurrency,
    isolation: given.isolation,
    cache: cacheOf(given, settings.cache, folder),
    clock: given.clock === "real" ? "real" : undefined,
    retries: given.backoff === undefined ? undefined : { backoff: given.backoff },
    storage: settings.storage,
    filesIn: prefix === undefined ? undefined : resolve(cli.host.cwd, prefix),
    ...(waits ? { gates: "wait", answers } : { gates: answers }),
    signal: cli.host.signal,
  };
}

// As in flytekit, results are kept unless somebody says otherwise.
function cacheOf(
  given: LocalGiven,
  setting: string | boolean | undefined,
  folder: string,
): LocalOptions["cache"] {
  const wanted = given.cache ?? setting ?? true;
  if (wanted === false) return false;
  const dir = typeof setting === "string" ? resolve(folder, setting) : undefined;
  const overwrite = given["overwrite-cache"];
  return { ...(dir === undefined ? {} : { dir }), ...(overwrite === undefined ? {} : { overwrite }) };
}
