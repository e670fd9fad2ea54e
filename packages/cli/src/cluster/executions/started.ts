import type { Execution, Remote } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import type { GivenAnswers } from "../gates/given-answers.js";
import { followExecution } from "../watching/follow-execution.js";

/** An execution that was started, and whether it is followed. */
export interface StartedExecution {
  readonly remote: Remote;
  readonly execution: Execution<unknown, unknown>;
  readonly wait: boolean;
  readonly pollInterval: number | undefined;
  /** What gates are answered with; by default whoever sits there is asked. */
  readonly answers?: GivenAnswers | undefined;
}

/** Say what was started: its name on standard output, its page beside it; and follow it if that is wanted. */
export async function tellStarted(cli: Cli, started: StartedExecution): Promise<ExitCode> {
  const { out } = cli;
  const { remote, execution, wait, pollInterval, answers } = started;
  const { id, consoleUrl } = execution;
  out.object({ kind: "started", project: id.project, domain: id.domain, name: id.name, consoleUrl });
  if (wait) {
    out.note(id.name);
    out.note(consoleUrl);
    return await followExecution(cli, { remote, execution, pollInterval, answers });
  }
  out.print(id.name);
  out.note(consoleUrl);
  out.note(`\`tsflyte execution watch ${id.name}\` follows it.`);
  return ExitCode.Success;
}
