// The name by which the other thread finds the function below.
const NAME = "@flytekit-ts/runtime/look-at-memory";

// Places in the memory that both threads see: whether the clock is stopped, and whether it asks right now.
const STOPPED = 0;
const ASKS = 1;
/** How long the end of the clock waits for an answer that is under way, in milliseconds. */
const PATIENCE = 200;
/** How long the inspector of Node takes to forget a session that has ended, in milliseconds. */
const FORGETTING = 2;

const SOURCE = `
  const { workerData } = require("node:worker_threads");
  const { state, from, expression, every } = workerData;
  const timer = setInterval(() => {
    if (Atomics.load(state, ${ASKS}) === 1 || process.memoryUsage.rss() < from) return;
    // First, so that a thread that stops the clock sees either this or that the clock has seen the stop.
    Atomics.store(state, ${ASKS}, 1);
    if (Atomics.load(state, ${STOPPED}) === 1) {
      Atomics.store(state, ${ASKS}, 0);
      clearInterval(timer);
      return;
    }
    const session = new (require("node:inspector").Session)();
    session.connectToMainThread();
    session.post("Runtime.evaluate", { expression }, () => {
      // At its end a process waits for sessions, and says so.
      session.disconnect();
      Atomics.store(state, ${ASKS}, 0);
    });
  }, every);
`;

/** When the clock ticks. */
export interface BlockedClock {
  /** In milliseconds. */
  readonly every: number;
  /** It ticks only while the process has more memory than that, in bytes. */
  readonly from: number;
  /** Called when the thread has begun. */
  readonly onStart: () => void;
}

/**
 * Calls a function in this thread again and again, although the thread computes without a pause: timers do not.
 *
 * Another thread asks for it by the protocol of the debugger, which is heard between two statements of a loop too. Neither
 * a debugger nor its port is opened. Gives a function that stops the clock. It has to be called before the process ends: Node
 * aborts at its end if another thread has a session then (`free(): invalid pointer`).
 */
export function onBlockedClock({ every, from, onStart }: BlockedClock, tick: () => void): () => void {
  const symbol = Symbol.for(NAME);
  Object.defineProperty(globalThis, symbol, { value: tick });
  const state = new Int32Array(new SharedArrayBuffer(8));
  const expression = `globalThis[Symbol.for(${JSON.stringify(NAME)})]()`;
  // Loaded only here: few processes come to it.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(SOURCE, {
    eval: true,
    workerData: { every, from, expression, state },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  worker.once("online", onStart);
  worker.on("error", () => {}); // the watch is then the timer's alone
  worker.unref();
  return () => stop(state);
}

function stop(state: Int32Array): void {
  Atomics.store(state, STOPPED, 1);
  if (Atomics.load(state, ASKS) === 0) return;
  // Not a wait: what the other thread asks is answered between two rounds of this loop.
  const until = (milliseconds: number, isOver: () => boolean): void => {
    const start = process.uptime();
    while (!isOver() && (process.uptime() - start) * 1000 < milliseconds);
  };
  until(PATIENCE, () => Atomics.load(state, ASKS) === 0);
  until(FORGETTING, () => false);
}
