// The name by which the other thread finds the function below.
const NAME = "@flytekit-ts/runtime/look-at-memory";

const SOURCE = `
  const { workerData } = require("node:worker_threads");
  let asked;
  setInterval(() => {
    if (asked || workerData.stopped[0] === 1 || process.memoryUsage.rss() < workerData.from) return;
    asked = new (require("node:inspector").Session)();
    asked.connectToMainThread();
    asked.post("Runtime.evaluate", { expression: workerData.expression }, () => {
      // At its end a process waits for sessions, and says so.
      asked.disconnect();
      asked = undefined;
    });
  }, workerData.every);
`;

/** When the clock ticks. */
export interface BlockedClock {
  /** In milliseconds. */
  readonly every: number;
  /** It ticks only while the process has more memory than that, in bytes. */
  readonly from: number;
}

/**
 * Calls a function in this thread again and again, although the thread computes without a pause: timers do not.
 *
 * Another thread asks for it by the protocol of the debugger, which is heard between two statements of a loop too. Neither
 * a debugger nor its port is opened. Gives a function that stops the clock.
 */
export function onBlockedClock({ every, from }: BlockedClock, tick: () => void): () => void {
  const symbol = Symbol.for(NAME);
  Object.defineProperty(globalThis, symbol, { value: tick });
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const expression = `globalThis[Symbol.for(${JSON.stringify(NAME)})]()`;
  // Loaded only here: few processes come to it.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(SOURCE, {
    eval: true,
    workerData: { every, from, expression, stopped },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  worker.on("error", () => {}); // the watch is then the timer's alone
  worker.unref();
  return () => {
    stopped[0] = 1;
  };
}
