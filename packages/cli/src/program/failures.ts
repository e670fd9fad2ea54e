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

// Codes for which nothing was done: what was typed or written in a file has to be mended first.
const USAGE: ReadonlySet<string> = new Set(Object.keys(errors).filter((code) => code !== "NOT_ON_CLUSTER"));

/** The exit code of an error that a command ended with. */
export function exitCodeOf(error: unknown, isInterrupted: boolean): ExitCode {
  if (isInterrupted) return ExitCode.Interrupted;
  return isFlytekitError(error) && USAGE.has(error.code) ? ExitCode.Usage : ExitCode.Failure;
}
