import { setImmediate as turn } from "node:timers/promises";
import type { LocalRun, PendingGate, RunEvent } from "@flytekit-ts/local-exec";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import type { Progress } from "../../progress/progress.js";
import { typedValue } from "../options/typed-value.js";
import type { Answers } from "./answers.js";
import { askAt } from "./ask-at.js";
import { typeOfGate } from "./type-of-gate.js";

type Waiting = Extract<RunEvent, { readonly kind: "node-waiting" }>;

/** Who answers the gates of a run. */
export interface GateAnswerer {
  /** A gate waits. */
  reached(event: Waiting): void;
  /** Whether somebody pressed Ctrl-C at a question. */
  readonly isInterrupted: boolean;
  /** The run is over: nothing is asked any more. */
  end(): void;
}

/** What answering takes. */
export interface Answering {
  readonly run: () => LocalRun<unknown> | undefined;
  readonly progress: Progress;
  readonly answers: Answers;
}

/**
 * Answer the gates of a run as they are reached: as the command line says, by asking who sits there, one after the other,
 * or, where nobody does, with an error that says how to.
 */
export function answerGates(cli: Cli, answering: Answering): GateAnswerer {
  const over = new AbortController();
  let isInterrupted = false;
  let before: Promise<unknown> = Promise.resolve();
  const interrupt = (): void => {
    isInterrupted = true;
    answering.run()?.cancel("Ctrl-C was pressed");
  };
  const answer = async (path: string): Promise<void> => {
    const gate = await pendingAt(path, answering, over.signal);
    if (gate !== undefined) await answerOne(cli, gate, { ...answering, signal: over.signal, interrupt });
  };
  return {
    reached({ node, gate }) {
      if (gate.for !== "time") before = before.then(() => answer(node));
    },
    get isInterrupted() {
      return isInterrupted;
    },
    end: () => over.abort(),
  };
}

// The event comes before the gate is open.
async function pendingAt(
  path: string,
  { run }: Answering,
  signal: AbortSignal,
): Promise<PendingGate | undefined> {
  for (let turns = 0; turns < 1000 && !signal.aborted; turns += 1) {
    const gate = run()
      ?.pending()
      .find(({ node }) => node === path);
    if (gate !== undefined) return gate;
    await turn();
  }
  return undefined;
}

interface Asking extends Answering {
  readonly signal: AbortSignal;
  readonly interrupt: () => void;
}

async function answerOne(cli: Cli, gate: PendingGate, asking: Asking): Promise<void> {
  const { answers, run } = asking;
  const text = answers.later.get(gate.signal);
  try {
    if (text !== undefined && gate.valueType !== undefined)
      return await run()?.setInput(
        gate.node,
        await typedValue(gate.valueType, { text, flag: `--answer ${gate.signal}`, cli }),
      );
    if (!answers.areAsked)
      throw errors.GATE_UNANSWERED({ gate: gate.signal, kind: gate.kind, type: typeOfGate(gate) });
    const answer = await askAt(cli, gate, asking);
    if (answer === "interrupted") return asking.interrupt();
    if (answer === "gone" || asking.signal.aborted) return undefined;
    if (gate.kind === "approval") return run()?.approve(gate.node, answer.value === true);
    return await run()?.setInput(gate.node, answer.value);
  } catch (error) {
    // It was answered, or its time was over, while somebody was thinking.
    if (!asking.signal.aborted && isOpen(gate, asking)) run()?.failGate(gate.node, error);
    else if (!isFlytekitError(error)) throw error;
  }
}

function isOpen({ node }: PendingGate, { run }: Answering): boolean {
  return (
    run()
      ?.pending()
      .some((each) => each.node === node) === true
  );
}
