import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { CommanderError } from "commander";
import { ExitCode } from "../command/exit-code.js";
import { errors } from "../errors.js";

/** What a parser refused, as an error of ours. */
export function asUsageError({ message }: CommanderError): unknown {
  const [said = "", ...more] = message.replace(/^error: /, "").split("\n");
  const near = /Did you mean (.+)\?\)/.exec(more.join("\n"))?.[1];
  return errors.USAGE_INVALID({
    command: "tsflyte",
    problem: said.replace(/\.$/, ""),
    advice: near === undefined ? undefined : `Did you mean ${near}?`,
  });
}

// Codes of ours for which something was done.
const FAILED: ReadonlySet<string> = new Set(["CLUSTER_NODE_FAILED", "NOT_ON_CLUSTER", "PACKAGES_NOT_INSTALLED", "DOCKER_FAILED"]);

// Codes for which nothing was done: what was typed or written in a file has to be mended first.
const USAGE: ReadonlySet<string> = new Set([
  ...Object.keys(errors).filter((code) => !FAILED.has(code)),
  ..."RUN_INPUTS_INVALID GATES_INVALID OPTION_INVALID CONCURRENCY_INVALID ENTITY_NOT_RUNNABLE".split(" "),
  ..."MOCK_MISSING RERUN_INVALID RUN_NOT_FOUND".split(" "),
  ..."CONFIG_FILE_INVALID CONFIG_VALUE_INVALID AUTH_SETTING_MISSING FLYTE_URL_INVALID".split(" "),
  ..."EXECUTION_INPUTS_INVALID EXECUTION_OPTIONS_INVALID EXECUTION_NAME_INVALID".split(" "),
  ..."SIGNAL_VALUE_INVALID BACKFILL_INVALID PULL_MODULE_UNREADABLE".split(" "),
]);

/** The exit code of an error that a command ended with. */
export function exitCodeOf(error: unknown, isInterrupted: boolean): ExitCode {
  if (isInterrupted) return ExitCode.Interrupted;
  return isFlytekitError(error) && USAGE.has(error.code) ? ExitCode.Usage : ExitCode.Failure;
}
