import { resolve } from "node:path";
import type { LocalOptions } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import { loaderFlags } from "../sources/loading/register-loader.js";
import type { Answers } from "./gates/answers.js";
import { cacheOf } from "./options/cache-of.js";
import type { LocalGiven } from "./options/given.js";

/** What options of a run are made of. */
export interface Made {
  readonly given: LocalGiven;
  readonly answers: Answers;
  /** The file with the entity, whose project counts first. */
  readonly file: string;
}

/** The options of a local run, from those of a command line and from the project's settings. */
export async function toLocalOptions(cli: Cli, { given, answers, file }: Made): Promise<LocalOptions> {
  const project = await cli.project(file);
  const prefix = given["raw-output-prefix"];
  return {
    concurrency: given.concurrency,
    isolation: isolationOf(given.isolation),
    cache: cacheOf(project, given),
    clock: given.clock === "real" ? "real" : undefined,
    retries: given.backoff === undefined ? undefined : { backoff: given.backoff },
    storage: project.settings.storage,
    filesIn: prefix === undefined ? undefined : resolve(cli.host.cwd, prefix),
    gates: "wait",
    answers: answers.known,
    signal: cli.host.signal,
  };
}

// Tasks may ask for isolation themselves, and their workers load what this process has loaded.
function isolationOf(wanted: LocalGiven["isolation"]): LocalOptions["isolation"] {
  const execArgv = loaderFlags();
  return execArgv === undefined ? wanted : { default: wanted, execArgv };
}
