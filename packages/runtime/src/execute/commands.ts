import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { storageFor, uriWords } from "@flytekit-ts/core/storage";
import type { Command, ExitCode, Host, Outcome } from "../command/host.js";
import { type CommandOptions, type Program, usageOf } from "../command/options.js";
import { parseCommand } from "../command/parse-command.js";
import { errors } from "../errors.js";
import { containerStorage } from "../storages/container-storage.js";
import { Attempt } from "./attempt.js";
import { type Environment, executionInfo } from "../command/environment.js";
import { Stopped } from "./ended.js";
import { finish } from "./finish.js";
import { loadResolver } from "../finding/load-resolver.js";
import { itemIndex, splitMapArgs } from "./map-item.js";
import type { Progress, Run } from "./run.js";
import { runTask } from "./run-task.js";

/**
 * Runs one task: `tsflyte-execute` as a function.
 *
 * Exit codes: 0 if what was written counts, also an error; 1 if nothing could be written, or if `FLYTE_FAIL_ON_ERROR`
 * is set and there was an error; 2 if the arguments are wrong.
 */
export const execute: Command = (argv, env, host) => command("tsflyte-execute", argv, { env, host });

/** Runs one item of a map: `tsflyte-map-execute` as a function. Its exit codes are those of `execute`. */
export const mapExecute: Command = (argv, env, host) => command("tsflyte-map-execute", argv, { env, host });

interface Around {
  readonly env: Environment;
  readonly host: Host;
}

interface End {
  readonly outcome: Outcome;
  readonly exitCode: ExitCode;
}

async function command(program: Program, argv: readonly string[], around: Around): Promise<ExitCode> {
  const { outcome, exitCode } = await ending(program, argv, around);
  if (outcome.kind === "failed") logError(outcome.error, around.host);
  around.host.onEnd?.(outcome, exitCode);
  return exitCode;
}

async function ending(program: Program, argv: readonly string[], around: Around): Promise<End> {
  let options: CommandOptions | undefined;
  try {
    options = parseCommand(program, argv);
  } catch (error) {
    around.host.logLine(usageOf(program));
    return { outcome: { kind: "failed", error }, exitCode: 2 };
  }
  if (options === undefined) {
    const { host } = around;
    if (host.printLine === undefined) host.logLine(usageOf(program));
    else host.printLine(usageOf(program));
    return { outcome: { kind: "nothing" }, exitCode: 0 };
  }
  try {
    const run = await prepare(program, options, around);
    return options.isTest ? { outcome: { kind: "nothing" }, exitCode: 0 } : await runToEnd(run);
  } catch (error) {
    return { outcome: { kind: "failed", error }, exitCode: 1 };
  }
}

async function runToEnd(run: Run): Promise<End> {
  const progress: Progress = {};
  const result = await runTask(run, progress);
  const end = result instanceof Stopped ? result : await finish(run, progress, result);
  if (!(end instanceof Stopped)) return end;
  const { error, exitCode = 1 } = end.interruption;
  return { outcome: { kind: "failed", error }, exitCode };
}

/** What comes before the task. Without it no error could be told, so its errors end the process. */
async function prepare(program: Program, options: CommandOptions, { env, host }: Around): Promise<Run> {
  const { loaderArgs, rawOutputPrefix } = options;
  if (loaderArgs.length === 0)
    throw errors.CONTAINER_INVALID({ problem: "it was given no arguments to find its task with" });
  if (rawOutputPrefix === undefined)
    throw errors.CONTAINER_INVALID({ problem: "--raw-output-data-prefix names no place for its files" });
  const storage = containerStorage(env);
  // Before anything runs: that nothing can be written would be found out after hours of work.
  for (const uri of [rawOutputPrefix, options.outputPrefix]) {
    storageFor(uri, [storage]);
    if (/^https?:/i.test(uri))
      throw errors.CONTAINER_INVALID({ problem: `nothing can be written to ${uriWords(uri)}` });
  }
  const index = program === "tsflyte-map-execute" ? itemIndex(env) : undefined;
  const { bound, loaderArgs: rest } =
    index === undefined ? { bound: new Set<string>(), loaderArgs } : splitMapArgs(loaderArgs);
  const info = executionInfo(env);
  const roots = [".", ...(env["FLYTEKIT_TS_ROOT"] ? [env["FLYTEKIT_TS_ROOT"]] : [])];
  const resolver = await loadResolver(options.resolver, roots);
  const around = { options: { ...options, rawOutputPrefix }, env, host, info, storage };
  const item = index === undefined ? undefined : { index, bound };
  return { ...around, resolver, roots, loaderArgs: rest, attempt: new Attempt(around), item };
}

function logError(error: unknown, host: Host): void {
  const text = isFlytekitError(error) ? error.message : textOf(error);
  for (const line of text.split("\n")) host.logLine(line);
}
