import type { LocalRun, RunEvent } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import { ExitCode } from "../command/exit-code.js";
import type { Progress } from "../progress/progress.js";
import { literalsJson } from "../values/literal-json.js";
import { resultText } from "../values/result-text.js";

/** A run that is shown: how it is started, and how what it gives is printed. */
export interface Followed {
  readonly start: (onEvent: (event: RunEvent) => void) => LocalRun<unknown>;
  readonly progress: Progress;
  /** Whether its output has no name of the author's. */
  readonly isBare: boolean;
}

/** Show a run until it ends, and print what it gave. @throws what ended it, where no event has told that */
export async function follow(cli: Cli, { start, progress, isBare }: Followed): Promise<ExitCode> {
  let last: RunEvent | undefined;
  const run = start((event) => {
    last = event;
    progress.onEvent(event);
  });
  try {
    await run.result;
  } catch (error) {
    if (last?.kind !== "run-failed") throw error;
    return cli.host.signal.aborted ? ExitCode.Interrupted : ExitCode.Failure;
  }
  if (last?.kind === "run-succeeded") {
    const text = resultText(literalsJson(last.outputs), isBare);
    if (text !== undefined) cli.out.print(text);
  }
  return ExitCode.Success;
}
