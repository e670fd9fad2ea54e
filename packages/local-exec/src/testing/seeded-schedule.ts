import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { InterceptedAttempt, Interceptor } from "../scope/interceptor.js";
import { LEVELS, onIdle } from "./on-idle.js";
import { Patience } from "./patience.js";
import { random } from "./random.js";

/** An order in which tasks start and end, drawn from a seed. */
export interface SeededSchedule extends Interceptor {
  readonly seed: number;
  /** What happened so far, in order: `n0 starts`, `n0 ends`, and with the number of the attempt from the second on. */
  readonly order: readonly string[];
}

/** How long an execution may take before others go on beside it, although nothing could wake it, in milliseconds. */
const PATIENCE = 1000;

/**
 * An interceptor that starts and ends the tasks of a run one at a time, in an order drawn from a seed.
 *
 * Without it, which of two tasks ends first depends on the machine. With it, the same seed gives the same order, also for
 * tasks that wait for files or the network: each is executed when its turn has come, and its end waits for another turn.
 * So the other tasks find the run in every state that a cluster could lead to. At most `concurrency` tasks are among those
 * that it chooses from.
 *
 * @throws `OPTION_INVALID` for a seed that is not a whole number of at least 0
 * @example
 * await runLocal(wf, inputs, { interceptors: [seededSchedule(7)] });
 */
export function seededSchedule(seed: number): SeededSchedule {
  return atCaller(seededSchedule, () => {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      const inWords = describeValue(seed);
      const wanted = "a whole number of at least 0";
      const advice = "Write a number: `seededSchedule(7)`.";
      throw coreErrors.OPTION_INVALID({
        at: "seededSchedule",
        option: "seed",
        wanted,
        given: inWords,
        inWords,
        advice,
      });
    }
    const turns = new RandomTurns(random(seed));
    const interceptor: Interceptor = async (attempt, next) => {
      await turns.take(attempt, "starts");
      try {
        return await turns.execute(next);
      } finally {
        await turns.take(attempt, "ends");
      }
    };
    return Object.assign(interceptor, { seed, order: turns.order });
  });
}

interface Waiting {
  readonly key: string;
  readonly isOver: () => boolean;
  readonly go: () => void;
}

/**
 * Those who wait for a turn, and whose turn it is.
 *
 * T1. A turn is given when nothing else can go on, and no task executes. So who waits then does not depend on time.
 * T2. Who gets it depends on the names of those who wait, not on the order in which they came.
 */
class RandomTurns {
  readonly order: string[] = [];
  readonly #random: () => number;
  readonly #patience = new Patience(LEVELS.schedule, PATIENCE, () => this.#armNow());
  #waiting: Waiting[] = [];
  #executing = 0;
  #disarm: (() => void) | undefined;

  constructor(next: () => number) {
    this.#random = next;
  }

  take({ node, attempt, runId, context }: InterceptedAttempt, does: "starts" | "ends"): Promise<void> {
    const name = `${node}${attempt === 0 ? "" : `@${attempt}`} ${does}`;
    const { signal } = context;
    return new Promise((resolve) => {
      const go = (): void => {
        if (!signal.aborted) this.order.push(name);
        resolve();
      };
      // The id of the run only tells runs apart that go on at the same time.
      this.#waiting.push({ key: JSON.stringify([name, runId]), isOver: () => signal.aborted, go });
      this.#arm();
    });
  }

  async execute(next: () => Literals | Promise<Literals>): Promise<Literals> {
    this.#executing += 1;
    this.#arm();
    try {
      return await next();
    } finally {
      this.#executing -= 1;
      this.#arm();
    }
  }

  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    const isAwaited = this.#waiting.length > 0;
    this.#patience.restart(isAwaited && this.#executing > 0);
    if (isAwaited && this.#executing === 0) this.#armNow();
  }

  #armNow(): void {
    this.#disarm = onIdle(LEVELS.schedule, () => this.#giveTurn());
  }

  #giveTurn(): void {
    this.#disarm = undefined;
    // Nobody waits any more for attempts that should stop. They take no turn.
    const over = this.#waiting.filter(({ isOver }) => isOver());
    const waiting = this.#waiting.filter((each) => !over.includes(each));
    waiting.sort((a, b) => (a.key < b.key ? -1 : 1));
    const [chosen] = waiting.splice(Math.floor(this.#random() * waiting.length), 1);
    this.#waiting = waiting;
    for (const { go } of over) go();
    chosen?.go();
    this.#arm();
  }
}
