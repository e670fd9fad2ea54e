import type { Change, Remote } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import type { Progress } from "../../progress/progress.js";
import type { WrittenNode } from "../graphs/written-node.js";
import { answerOnCluster } from "./answer-on-cluster.js";
import { type GivenAnswers, knownAnswer, NO_ANSWERS } from "./given-answers.js";
import { sayHowToAnswer } from "./waiting-gate.js";

/** How gates are answered while an execution is followed. */
export interface Answering {
  readonly remote: Remote;
  /** Absent where a program gets the changes themselves. */
  readonly progress: Progress | undefined;
  /** What its author wrote at a path. */
  readonly at: (path: string) => WrittenNode | undefined;
  /** Ends following, as Ctrl-C does: while a question is open, a terminal does not pass that on. */
  readonly interrupt: () => void;
  readonly answers?: GivenAnswers | undefined;
}

/** Who looks after the gates of an execution that is followed. */
export interface ClusterGates {
  take(change: Change): void;
  /** Nothing is asked any more. */
  end(): Promise<void>;
}

/**
 * Look after the gates of an execution: whoever sits at the terminal is asked, one gate after the other, until it is answered
 * here or elsewhere. Where nobody sits, the command is printed that answers it.
 */
export function gatesOnCluster(cli: Cli, answering: Answering): ClusterGates {
  const { remote, progress, at, interrupt, answers = NO_ANSWERS } = answering;
  const reached = new Map<string, AbortController>();
  let before: Promise<void> = Promise.resolve();
  return {
    take(change) {
      if (change.kind !== "node") return;
      const { path, node } = change;
      if (node.phase !== "RUNNING") return reached.get(path)?.abort();
      const gate = at(path)?.gate;
      if (gate === undefined || reached.has(path)) return;
      const over = new AbortController();
      reached.set(path, over);
      const waiting = { gate, execution: remote.execution(node.execution), over: over.signal };
      const known = knownAnswer(gate, answers);
      if (known === undefined && !(cli.out.canAsk && answers.areAsked))
        return sayHowToAnswer(waiting, progress);
      const answer = async (): Promise<void> => {
        if (over.signal.aborted) return;
        if ((await answerOnCluster(cli, { ...waiting, known }, progress)) === "interrupted") interrupt();
      };
      // What is known already waits for nobody.
      before =
        known === undefined ? before.then(answer) : Promise.all([before, answer()]).then(() => undefined);
      // Whoever ends this hears of it.
      before.catch(() => undefined);
    },
    async end() {
      for (const over of reached.values()) over.abort();
      await before;
    },
  };
}
