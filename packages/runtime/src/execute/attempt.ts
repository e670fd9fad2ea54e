import { setMaxListeners } from "node:events";
import type { TaskContext } from "@flytekit-ts/core";
import {
  checkpointAt,
  type DeckTabs,
  logFields,
  type Logger,
  loggerTo,
  logText,
  SecretMasker,
  secretsOf,
  type TimeSpent,
} from "@flytekit-ts/core/context";
import { type Storage, type ValueStore, workingFiles } from "@flytekit-ts/core/storage";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import type { Host } from "../command/host.js";
import type { CommandOptions } from "../command/options.js";
import { errors } from "../errors.js";
import type { Environment, ExecutionInfo } from "../command/environment.js";
import { taskDeck } from "./task-deck.js";
import { temporaryFolder } from "./temporary-folder.js";
import { containerStore } from "./value-store.js";

/** What an attempt has around it. */
export interface Surroundings {
  readonly options: CommandOptions & { readonly rawOutputPrefix: string };
  readonly env: Environment;
  readonly host: Host;
  readonly info: ExecutionInfo;
  readonly storage: Storage;
}

/** The one attempt that a container makes: what its task gets, and what is kept of it. */
export class Attempt {
  readonly masker = new SecretMasker();
  readonly logger: Logger;
  readonly store: ValueStore;
  /** What was done so far, and how long it took. */
  readonly spans: TimeSpent[] = [];
  readonly #around: Surroundings;
  readonly #controller = new AbortController();
  #deck: DeckTabs | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    const { host, options, storage } = around;
    const { signal } = this.#controller;
    // A task may wait for many things at once, and each of them listens.
    setMaxListeners(0, signal);
    const abort = (): void => this.#controller.abort(reasonOf(host.signal));
    if (host.signal.aborted) abort();
    else host.signal.addEventListener("abort", abort, { once: true });
    this.store = containerStore(options.rawOutputPrefix, storage, signal);
    this.logger = loggerTo((level, message, fields) => this.#log(level, message, fields));
  }

  /** Makes the deck of the task, before it runs. */
  async openDeck(task: TaskEntity): Promise<DeckTabs> {
    let hasWarned = false;
    return (this.#deck = await taskDeck(task, () => {
      if (!hasWarned)
        this.logger.warn("The task's deck is not written: its options do not say `deck: true`.");
      hasWarned = true;
    }));
  }

  /** What the task added to its deck. */
  get tabs(): ReadonlyMap<string, string> {
    return this.#deck?.tabs ?? new Map();
  }

  /** Does a part of the work, and notes how long it takes. */
  async timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const start = Date.now();
    try {
      return await work();
    } finally {
      this.spans.push({ name, start, end: Date.now() });
    }
  }

  /** What the task gets beside its inputs. */
  contextOf(task: TaskEntity, { deck }: DeckTabs): TaskContext {
    const { info, options, env } = this.#around;
    const files = workingFiles(temporaryFolder);
    const places = () => {
      const { checkpoint: destination, previousCheckpoint: previous } = options;
      if (destination === undefined) throw errors.CHECKPOINT_UNAVAILABLE({ task: task.name });
      return { destination, previous: previous === undefined ? [] : [previous] };
    };
    return {
      signal: this.#controller.signal,
      logger: this.logger,
      executionId: info.execution.name,
      execution: info.execution,
      task: info.task,
      prefixes: { outputs: options.outputPrefix, rawOutputs: options.rawOutputPrefix },
      attempt: info.attempt,
      checkpoint: checkpointAt(places, this.store),
      secrets: secretsOf({
        task: task.name,
        declared: task.settings.securityContext?.secrets ?? [],
        environment: env,
        heard: (value) => this.masker.add(value),
      }),
      deck,
      get workingDirectory() {
        return files.workingDirectory;
      },
      newFile: (name) => files.newFile(name),
    };
  }

  #log(level: string, given: unknown, givenFields: unknown): void {
    const message = this.masker.mask(logText(given));
    const fields = this.masker.maskData(logFields(givenFields));
    const data = fields === undefined ? "" : ` ${JSON.stringify(fields)}`;
    this.#around.host.logLine(`${new Date().toISOString()} ${level.toUpperCase()} ${message}${data}`);
  }
}

// What a task sees of an interruption is the error in it.
function reasonOf({ reason }: AbortSignal): unknown {
  return typeof reason === "object" && reason !== null && "error" in reason ? reason.error : reason;
}
