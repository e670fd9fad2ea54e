import { ThreadsPoolWorker } from "vitest/node";

// What a run leaves behind in the thread, in memory or by a mutant, lasts no longer.
const MOST_RUNS = 100;

/** @type {KeptThread | undefined} */
let kept;

/**
 * A pool of Vitest that keeps its thread from one mutant to the next, and in it the modules that tests import:
 * loading them takes ten times as long as the tests.
 *
 * A mutant of what a module does while it loads gets a thread of its own.
 */
export const keptThreadPool = {
  name: "kept-thread",
  /** @param {import("vitest/node").PoolOptions} options */
  createPoolWorker(options) {
    /** @type {Record<string, unknown>} */
    const { mode, mutantActivation } = options.project.getProvidedContext();
    if (mode === "mutant" && mutantActivation === "static") return new ThreadsPoolWorker(options);
    kept ??= new KeptThread(options);
    return kept;
  },
};

class KeptThread extends ThreadsPoolWorker {
  name = "kept-thread";
  #project;
  #runs = 0;
  /** @type {[event: string, callback: (message: unknown) => void][]} */
  #listeners = [];

  /** @param {import("vitest/node").PoolOptions} options */
  constructor(options) {
    super(options);
    this.#project = options.project;
  }

  async start() {
    if (this.#runs === 0) await super.start();
  }

  /**
   * @param {string} event
   * @param {(message: unknown) => void} callback
   */
  on(event, callback) {
    this.#listeners.push([event, callback]);
    super.on(event, callback);
  }

  /**
   * Tell the thread of its first start and its last stop only. What a start would change comes with each run.
   *
   * @param {import("vitest/node").WorkerRequest} message
   */
  send(message) {
    if (message.type === "start" && this.#runs > 0) return this.#answer("started");
    if (message.type === "stop" && this.#runs < MOST_RUNS) return this.#answer("stopped");
    if (message.type !== "run") return super.send(message);
    this.#runs += 1;
    super.send({ ...message, context: { config: this.#project.serializedConfig, ...message.context } });
  }

  // Whoever listened to this run is gone.
  async stop() {
    for (const [event, callback] of this.#listeners.splice(0)) super.off(event, callback);
    if (this.#runs < MOST_RUNS) return;
    kept = undefined;
    await super.stop();
  }

  /** @param {"started" | "stopped"} type */
  #answer(type) {
    for (const [event, callback] of [...this.#listeners])
      if (event === "message") callback({ type, __vitest_worker_response__: true });
  }
}
