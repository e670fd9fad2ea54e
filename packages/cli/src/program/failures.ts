import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { CommanderError } from "commander";
import { ExitCode } from "../command/exit-code.js";
import { errors } from "../errors.js";
import { usageLine } from "../help/usage-line.js";
import type { Host } from "../command/host.js";
import type { Session } from "./session.js";
import { ofFileSystem } from "./of-file-system.js";
import { thrownByAuthor } from "./thrown-by-author.js";
import { usageProblem } from "./usage-problem.js";

/** What ended a command, as an error of ours where the command line was at fault. */
export function asShown(error: unknown, { command, spec, host }: Session): unknown {
  if (isAbortion(error, host.signal))
    return errors.COMMAND_ENDED({ why: textOf(host.signal.reason) }, { cause: error });
  const usage = spec === undefined ? `${command} COMMAND [options]` : usageLine(spec, command);
  if (error instanceof CommanderError)
    return errors.USAGE_INVALID({ command, usage, ...usageProblem(error, spec) });
  if (!errors.USAGE_INVALID.is(error) || error.params.usage !== undefined || error.location !== undefined)
    return thrownByAuthor(error) ?? ofFileSystem(error) ?? error;
  return errors.USAGE_INVALID({ ...error.params, command, usage }, { cause: error.cause });
}

// Codes for which something was done before it failed: all others say that the command line, a file that it names or
// the configuration has to be mended first.
const FAILURES: ReadonlySet<string> = new Set([
  "CLUSTER_NODE_FAILED",
  "NOT_ON_CLUSTER",
  "GATE_UNANSWERED",
  "PACKAGES_NOT_INSTALLED",
  "DOCKER_FAILED",
  "UNEXPECTED_FAILURE",
  "ERROR_UNHANDLED",
  "COMMAND_ENDED",
  "FILE_UNUSABLE",
  "OUTPUT_NOT_WRITTEN",
]);
const USAGE: ReadonlySet<string> = new Set([
  ...Object.keys(errors).filter((code) => !FAILURES.has(code)),
  ..."RUN_INPUTS_INVALID GATES_INVALID OPTION_INVALID CONCURRENCY_INVALID ENTITY_NOT_RUNNABLE".split(" "),
  ..."MOCK_MISSING RERUN_INVALID RUN_NOT_FOUND PACKAGE_EXISTS PACKAGE_EMPTY BUNDLE_ENTRY_INVALID".split(" "),
  ..."CONFIG_FILE_INVALID CONFIG_VALUE_INVALID AUTH_SETTING_MISSING FLYTE_URL_INVALID".split(" "),
  ..."EXECUTION_INPUTS_INVALID EXECUTION_OPTIONS_INVALID EXECUTION_NAME_INVALID".split(" "),
  ..."SIGNAL_VALUE_INVALID BACKFILL_INVALID PULL_MODULE_UNREADABLE".split(" "),
]);

/** The exit code of an error that a command ended with. */
export function exitCodeOf(error: unknown, isInterrupted: boolean): ExitCode {
  if (isInterrupted) return ExitCode.Interrupted;
  return isFlytekitError(error) && USAGE.has(error.code) ? ExitCode.Usage : ExitCode.Failure;
}

/** Whether an error only says that the command was told to end. */
function isAbortion(error: unknown, { aborted, reason }: Host["signal"]): boolean {
  if (!aborted) return false;
  for (let each = error, depth = 0; depth < 5; depth++) {
    if (each === reason) return true;
    if (typeof each !== "object" || each === null) return false;
    each = Reflect.get(each, "cause");
  }
  return false;
}
