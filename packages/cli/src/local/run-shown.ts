import type { LocalOptions, LocalRun } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import type { ExitCode } from "../command/exit-code.js";
import type { FoundEntity } from "../sources/found-entity.js";
import { follow } from "./follow.js";
import { answersOf } from "./gates/answers.js";
import { pruneAfter } from "./kept/prune-after.js";
import type { LocalGiven } from "./options/given.js";
import { toLocalOptions } from "./to-local-options.js";

/** What is run, and how. */
export interface ToRun {
  readonly found: FoundEntity & { readonly file: string };
  /** The folder in which it is kept, if it is. */
  readonly journal: string | undefined;
  readonly given: LocalGiven;
}

/** Start a run with the options of a command line, and show it. */
export async function runShown(
  cli: Cli,
  { found, journal, given }: ToRun,
  start: (options: LocalOptions) => LocalRun<unknown>,
): Promise<ExitCode> {
  const { entity, file } = found;
  const answers = await answersOf(given, entity, cli);
  const options = await toLocalOptions(cli, { given, answers, file });
  const code = await follow(cli, {
    answers,
    journal,
    isBare: entity.interface.outputStyle === "bare",
    start: (shown) => start({ ...options, ...shown }),
  });
  if (journal !== undefined) await pruneAfter(cli, journal, file);
  return code;
}
