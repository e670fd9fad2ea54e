import { AsyncLocalStorage } from "node:async_hooks";

/** A task that executes, for the clock of its run. */
interface Executing {
  /** How many sleeps of the task the clock is awaited by. It is asleep if there is one. */
  sleeps: number;
  isOver: boolean;
}

/**
 * Whether time stands still, because a task executes.
 *
 * A task that sleeps on the clock does not hold it: `asleep` finds the task by the asynchronous context.
 */
export class Standstill {
  readonly #tasks = new AsyncLocalStorage<Executing>();
  readonly #changed: () => void;
  #awake = 0;
  #elsewhere = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** How many tasks execute and do not sleep. */
  get awake(): number {
    return this.#awake;
  }

  /** Whether all tasks that execute do so in this thread. What others wait for cannot be seen from here. */
  get isHere(): boolean {
    return this.#elsewhere === 0;
  }

  /** Execute a task. The time of a task that returns at once cannot go on. */
  during<T>(
    work: () => T | Promise<T>,
    onEnd: (ended: () => void) => () => void,
    isElsewhere: boolean,
  ): T | Promise<T> {
    const task: Executing = { sleeps: 0, isOver: false };
    if (isElsewhere) this.#elsewhere += 1;
    this.#add(1);
    const finish = (): void => {
      if (task.isOver) return;
      task.isOver = true;
      if (isElsewhere) this.#elsewhere -= 1;
      if (task.sleeps === 0) this.#add(-1);
    };
    let result: T | Promise<T>;
    try {
      result = this.#tasks.run(task, work);
    } catch (error) {
      finish();
      throw error;
    }
    if (!(result instanceof Promise)) {
      finish();
      return result;
    }
    const stopListening = onEnd(finish);
    return result.finally(() => {
      stopListening();
      finish();
    });
  }

  /** The task that runs this, if there is one, sleeps until the returned function is called. */
  asleep(): () => void {
    const task = this.#tasks.getStore();
    if (task === undefined) return () => {};
    task.sleeps += 1;
    if (task.sleeps === 1 && !task.isOver) this.#add(-1);
    return () => {
      task.sleeps -= 1;
      if (task.sleeps === 0 && !task.isOver) this.#add(1);
    };
  }

  #add(change: number): void {
    this.#awake += change;
    this.#changed();
  }
}
