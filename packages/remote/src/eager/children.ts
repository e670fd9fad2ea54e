import { describeValue, textOf } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import type { Signal } from "@flytekit-ts/core/storage";
import { eagerErrors as errors } from "../errors/eager-errors.js";
import type { Started, Starter } from "./starter.js";

/** One execution that a body started. */
export interface Child {
  readonly entity: string;
  readonly execution: Started["execution"];
  state: "running" | "succeeded" | "failed";
}

/**
 * What the body of an eager task has started.
 *
 * Nothing outlives the body: if it fails or is aborted, what still runs is ended, and if it returns, what it did not
 * wait for is waited for. So no failure is lost, and no execution is left behind.
 */
export class Children {
  readonly list: Child[] = [];
  readonly #eager: string;
  readonly #starter: Starter;
  readonly #end = new AbortController();
  readonly #signal: Signal;
  readonly #running = new Map<number, Promise<unknown>>();
  #count = 0;

  constructor(eager: string, starter: Starter, signal: Signal) {
    this.#eager = eager;
    this.#starter = starter;
    this.#signal = AbortSignal.any([signal, this.#end.signal]);
  }

  /** @throws `EAGER_CHILD_FAILED`, and what the call of the entity itself throws */
  run(entity: unknown, inputs: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const number = (this.#count += 1);
    const outputs = this.#run(entity, inputs, number);
    // Nothing listens to it here: an author who does not either has to learn of a failure as of any other promise's.
    this.#running.set(number, outputs);
    return outputs;
  }

  async #run(given: unknown, inputs: Readonly<Record<string, unknown>>, number: number): Promise<unknown> {
    // What fails at once must not be gone before it is noted.
    await Promise.resolve();
    try {
      return await this.#started(given, inputs);
    } finally {
      this.#running.delete(number);
    }
  }

  async #started(given: unknown, inputs: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (!isEntity(given)) {
      const problem = `\`run\` takes a task, a workflow or a launch plan, not ${describeValue(given)}`;
      throw errors.EAGER_OUTSIDE({ eager: this.#eager, problem });
    }
    const started = await this.#starter.start(given, inputs, this.#signal);
    const child: Child = { entity: given.name, execution: started.execution, state: "running" };
    this.list.push(child);
    try {
      const outputs = await started.outputs;
      child.state = "succeeded";
      return outputs;
    } catch (cause) {
      child.state = "failed";
      throw this.#failed(given, started, cause);
    }
  }

  #failed(entity: Entity, { execution }: Started, cause: unknown): Error {
    const params = {
      eager: this.#eager,
      entity: entity.name,
      execution: execution?.name,
      message: textOf(cause),
    };
    return errors.EAGER_CHILD_FAILED(params, { cause });
  }

  /** Waits for what the body did not wait for. */
  async settle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  /** Ends what still runs, and waits until it has ended. */
  async end(reason: unknown): Promise<void> {
    this.#end.abort(reason);
    await Promise.allSettled(this.#running.values());
  }
}
