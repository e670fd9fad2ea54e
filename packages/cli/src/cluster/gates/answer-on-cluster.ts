import { setTimeout as wait } from "node:timers/promises";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { type ExecutionSignal, remoteErrors } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { askAt } from "../../local/gates/ask-at.js";
import { typedValue } from "../../local/options/typed-value.js";
import type { Progress } from "../../progress/progress.js";
import { sayHowToAnswer, type WaitingGate } from "./waiting-gate.js";

/** How long to wait until the signal of a gate is looked for again, in milliseconds: a cluster makes it a little later. */
const PAUSE = 500;

/** A gate, and what a command line answers it with. */
export interface ToAnswer extends WaitingGate {
  readonly known: boolean | string | undefined;
}

/**
 * Give a cluster the answer of a gate: the one that a command line gave, else that of who sits there, who is asked. Resolves to
 * `interrupted` after Ctrl-C.
 */
export async function answerOnCluster(
  cli: Cli,
  waiting: ToAnswer,
  progress: Progress | undefined,
): Promise<"interrupted" | "done"> {
  const { gate, over, known } = waiting;
  try {
    const found = await signalOf(waiting);
    if (found?.isPending !== true) return "done";
    if (known !== undefined) {
      const flag = `--answer ${gate.signal}`;
      const value =
        typeof known === "boolean" ? known : await typedValue(found.accepts, { text: known, flag, cli });
      const isGiven = await isTaken(value, waiting, { cli, progress });
      if (!isGiven) sayHowToAnswer(waiting, progress);
      return "done";
    }
    if (progress === undefined) return "done";
    for (;;) {
      const asked = { kind: gate.for, signal: gate.signal, type: found.type, valueType: found.accepts };
      const answer = await askAt(cli, asked, { progress, signal: over });
      if (answer === "interrupted") return "interrupted";
      if (answer === "gone" || (await isTaken(answer.value, waiting, { cli, progress }))) return "done";
    }
  } catch (error) {
    if (over.aborted) return "done";
    if (!isFlytekitError(error)) throw error;
    // Nobody is there any more, or the cluster cannot be asked at the moment: the gate is answered by another command.
    if (!errors.GATE_UNANSWERED.is(error)) tell(error, { cli, progress });
    sayHowToAnswer(waiting, progress);
    return "done";
  }
}

async function signalOf({ gate, execution, over }: WaitingGate): Promise<ExecutionSignal | undefined> {
  for (;;) {
    const found = (await execution.signals({ signal: over })).find(({ name }) => name === gate.signal);
    if (found !== undefined) return found;
    await wait(PAUSE, undefined, { signal: over });
  }
}

interface Telling {
  readonly cli: Cli;
  readonly progress: Progress | undefined;
}

/** Whether the cluster has the answer. A value that it cannot take is asked for again. */
async function isTaken(
  value: unknown,
  { gate, execution, over }: WaitingGate,
  telling: Telling,
): Promise<boolean> {
  try {
    if (gate.for === "approval") await execution.approve(gate.signal, value === true, { signal: over });
    else await execution.setInput(gate.signal, value, { signal: over });
    return true;
  } catch (error) {
    if (over.aborted) return true;
    const isWrong = remoteErrors.SIGNAL_VALUE_INVALID.is(error);
    if (!isWrong && !remoteErrors.SIGNAL_ANSWERED.is(error)) throw error;
    tell(error, telling);
    return !isWrong;
  }
}

function tell(error: unknown, { cli, progress }: Telling): void {
  const paused = progress?.pause();
  cli.out.error(error);
  paused?.resume();
}
