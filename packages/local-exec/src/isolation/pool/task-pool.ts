import { randomUUID } from "node:crypto";
import { systemCode } from "@flytekit-ts/core/storage";
import type { Tinypool, TinypoolWorker } from "tinypool";
import type { Answer, Last, LoadRequest, RunRequest, Said, ToWorker } from "../protocol/messages.js";
import { type Exit, exitOf, isExit } from "./exit.js";
import { KillSwitch } from "./kill-switch.js";
import { ProcessLines, ThreadLines } from "./lines.js";
import { watchProcess } from "./watch-process.js";

/** Hears what a worker says, and may answer it. */
export type HearWorker = (message: Said, answer: (message: ToWorker) => void) => void;

/** How the work on a request ended: with the last word of the worker, or how the worker ended without one. */
export type Ended = Last | Exit | "killed";

/** Work of a pool that is under way. */
export interface Working {
  /** Never rejects. */
  readonly ended: Promise<Ended>;
  send(message: ToWorker): void;
  /** End the worker. Nothing that runs in it goes on. */
  kill(): void;
}

let numbers = 0;

/**
 * A pool of threads or processes.
 *
 * tinypool starts, reuses and ends the workers. This class adds what it does not tell: how a worker ended. A thread that
 * calls `process.exit` would never be heard of again, and of a process nobody would know the exit code.
 */
export class TaskPool {
  readonly #pool: Tinypool;
  readonly #name: string = randomUUID();
  readonly #threads: ThreadLines | undefined;
  readonly #processes: ProcessLines | undefined;
  readonly #known = new WeakSet<TinypoolWorker>();
  #lastExit: Exit | undefined;

  constructor(pool: Tinypool) {
    this.#pool = pool;
    if (pool.options.runtime === "worker_threads") this.#threads = new ThreadLines(this.#name);
    else this.#processes = new ProcessLines();
    // A worker that ends while nothing runs in it. If it has not even started, what waits for it would wait forever.
    pool.on("error", (error: unknown) => {
      this.#lastExit = isExit(error) ? error : (this.#lastExit ?? this.#exitOf(error));
      pool.cancelPendingTasks();
    });
  }

  work(request: LoadRequest | RunRequest, hear: HearWorker): Working {
    const number = (numbers += 1);
    const lines = this.#threads ?? this.#processes;
    const killing = new KillSwitch();
    let last: Last | undefined;
    let haveLast = (): void => {};
    const close = lines?.open(number, (message, answer) => {
      if (!isLast(message)) return hear(message, answer);
      last = message;
      haveLast();
    });
    const lastOnLine = (): Promise<void> =>
      new Promise((resolve) => {
        haveLast = resolve;
        if (last !== undefined) resolve();
      });
    const ended = this.#answered(request, number, killing).then(async (answer): Promise<Ended> => {
      if (answer === "on the line") await lastOnLine();
      close?.();
      return last ?? (answer as Exclude<typeof answer, "on the line">);
    });
    return { ended, send: (message) => lines?.send(number, message), kill: () => killing.kill() };
  }

  async #answered(
    request: LoadRequest | RunRequest,
    number: number,
    signal: KillSwitch,
  ): Promise<Answer | Exit | "killed"> {
    const channel = this.#processes?.channelOf(number);
    const more = channel === undefined ? { pool: this.#name } : {};
    try {
      const answered = this.#pool.run(
        { ...request, number, ...more },
        { signal, ...(channel === undefined ? {} : { channel }) },
      );
      this.#watchNew();
      return (await answered) as Answer;
    } catch (error) {
      if (signal.aborted) return "killed";
      return isExit(error) ? error : this.#exitOf(error);
    }
  }

  // The pool says only that something went wrong. The end of a process has been heard of just before.
  #exitOf(error: unknown): Exit {
    if (this.#processes !== undefined && this.#lastExit !== undefined) return this.#lastExit;
    const isOutOfMemory = systemCode(error) === "ERR_WORKER_OUT_OF_MEMORY";
    return exitOf({ isOutOfMemory, ...(isOutOfMemory ? {} : { cause: error }) });
  }

  #watchNew(): void {
    for (const worker of this.#pool.threads) {
      if (this.#known.has(worker)) continue;
      this.#known.add(worker);
      this.#threads?.watch(worker);
      if (this.#threads !== undefined) this.#watchThread(worker);
      else watchProcess(worker, (exit) => void (this.#lastExit = exit));
    }
  }

  #watchThread(worker: TinypoolWorker): void {
    worker.once("exit", (code: number) => {
      // Otherwise the pool has ended it, or knows of an error.
      if (this.#pool.threads.includes(worker)) worker.emit("error", exitOf({ code, isOutOfMemory: false }));
    });
  }
}

function isLast(message: Said | Last): message is Last {
  return ["loaded", "succeeded", "failed", "crashed"].includes(message.kind);
}
