import type { Tinypool, TinypoolWorker } from "tinypool";
import type { FromWorker, Request, ToWorker } from "../protocol/messages.js";
import { type Exit, exitOf, isExit } from "./exit.js";
import { type Line, processLine, threadLine } from "./line.js";
import { watchProcess } from "./watch-process.js";

/** Work of a pool that is under way. */
export interface Working {
  /** Resolves when the worker has answered, or with how it ended without an answer. Never rejects. */
  readonly ended: Promise<Exit | "killed" | undefined>;
  send(message: ToWorker): void;
  /** End the worker. Nothing that runs in it goes on. */
  kill(): void;
}

/**
 * A pool of threads or processes.
 *
 * tinypool starts, reuses and ends the workers. This class adds what it does not tell: how a worker ended. A thread that
 * calls `process.exit` would never be heard of again, and of a process nobody would know the exit code.
 */
export class TaskPool {
  readonly #pool: Tinypool;
  readonly #isOfThreads: boolean;
  readonly #known = new WeakSet<TinypoolWorker>();
  #lastExit: Exit | undefined;

  constructor(pool: Tinypool) {
    this.#pool = pool;
    this.#isOfThreads = pool.options.runtime === "worker_threads";
    // A worker that ends while nothing runs in it. If it has not even started, what waits for it would wait forever.
    pool.on("error", (error: unknown) => {
      this.#lastExit = isExit(error) ? error : (this.#lastExit ?? this.#exitOf(error));
      pool.cancelPendingTasks();
    });
  }

  work(request: Request, hear: (message: FromWorker) => void): Working {
    const line = this.#isOfThreads ? threadLine(hear) : processLine(hear);
    const killing = new AbortController();
    const { port, channel } = line;
    const answered: Promise<unknown> = this.#pool.run(port === undefined ? request : { ...request, port }, {
      signal: killing.signal,
      ...(port === undefined ? {} : { transferList: [port] }),
      ...(channel === undefined ? {} : { channel }),
    });
    this.#watchNew();
    return {
      ended: this.#ended(answered, line, killing.signal),
      send: (message) => line.send(message),
      kill: () => killing.abort(),
    };
  }

  async #ended(
    answered: Promise<unknown>,
    line: Line,
    killed: AbortSignal,
  ): Promise<Exit | "killed" | undefined> {
    try {
      await answered;
      return undefined;
    } catch (error) {
      if (killed.aborted) return "killed";
      return isExit(error) ? error : this.#exitOf(error);
    } finally {
      line.drain();
      line.close();
    }
  }

  // The pool says only that something went wrong. The end of a process has been heard of just before.
  #exitOf(error: unknown): Exit {
    if (!this.#isOfThreads && this.#lastExit !== undefined) return this.#lastExit;
    const isOutOfMemory = codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY";
    return exitOf({ isOutOfMemory, ...(isOutOfMemory ? {} : { cause: error }) });
  }

  #watchNew(): void {
    for (const worker of this.#pool.threads) {
      if (this.#known.has(worker)) continue;
      this.#known.add(worker);
      if (this.#isOfThreads) this.#watchThread(worker);
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

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
}
