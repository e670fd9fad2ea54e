import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LocalRun, RunEvent } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import { ExitCode } from "../command/exit-code.js";
import { progressOf } from "../progress/progress-of.js";
import { literalsJson } from "../values/literal-json.js";
import { resultText } from "../values/result-text.js";
import { answerGates } from "./gates/answer-gates.js";
import type { Answers } from "./gates/answers.js";

/** A run that is shown: how it is started, and how what it gives is printed. */
export interface Followed {
  readonly start: (shown: Shown) => LocalRun<unknown>;
  /** Whether its output has no name of the author's. */
  readonly isBare: boolean;
  readonly answers: Answers;
  /** The folder in which it is kept, if it is. */
  readonly journal: string | undefined;
}

/** Who hears of a run. */
export interface Shown {
  readonly onEvent: (event: RunEvent) => void;
  readonly logger: ReturnType<typeof progressOf>["reporter"]["logger"];
}

/** Show a run until it ends, and print what it gave. @throws what ended it, where no event has told that */
export async function follow(cli: Cli, { start, isBare, answers, journal }: Followed): Promise<ExitCode> {
  const progress = progressOf(cli, ({ kind, runId }) =>
    kind === "run-failed" && isKept(journal, runId) ? { resume: resumeLine(runId) } : {},
  );
  const { onEvent, logger } = progress.reporter;
  let last: RunEvent | undefined;
  let hasStarted = false;
  let run: LocalRun<unknown> | undefined;
  // A task may wait for something that keeps no process alive. The run goes on all the same, until it is ended.
  const alive = setInterval(() => undefined, 2 ** 30);
  const gates = answerGates(cli, { run: () => run, progress, answers });
  try {
    run = start({
      logger,
      onEvent(event) {
        last = event;
        hasStarted ||= event.kind === "run-started";
        onEvent(event);
        if (event.kind === "node-waiting") gates.reached(event);
      },
    });
    await run.result;
  } catch (error) {
    if (last?.kind !== "run-failed") throw error;
    // Nobody was shown anything of a run that has not begun.
    if (!hasStarted) throw error;
    if (isKept(journal, last.runId)) cli.out.note(`\`${resumeLine(last.runId)}\` goes on from here.`);
    return cli.host.signal.aborted || gates.isInterrupted ? ExitCode.Interrupted : ExitCode.Failure;
  } finally {
    clearInterval(alive);
    gates.end();
    progress.end();
  }
  if (last?.kind === "run-succeeded") {
    const text = resultText(literalsJson(last.outputs), isBare);
    if (text !== undefined) cli.out.print(text);
  }
  return ExitCode.Success;
}

function isKept(journal: string | undefined, run: string): boolean {
  return journal !== undefined && existsSync(join(journal, run, "run.journal"));
}

function resumeLine(run: string): string {
  return `tsflyte runs resume ${run.slice(0, 8)}`;
}
