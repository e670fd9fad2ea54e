import { AsyncLocalStorage } from "node:async_hooks";

/** An execution of a task: another object for each. */
export type Execution = object;

const inTask = new AsyncLocalStorage<Execution>();
let isWorker = false;
let hasRun = false;
const waiting: (() => void)[] = [];

/** From now on this thread works for a pool: what a script does at its top must not happen again. */
export function becomeWorker(): void {
  isWorker = true;
}

/** Run the function of a task. Runs that it starts are its own. */
export function withinTask<T>(execution: Execution, work: () => T): T {
  return inTask.run(execution, work);
}

/** Whether what goes on now was begun by another execution: by one that has ended, and left a timer or a promise behind. */
export function isOfOther(execution: Execution | undefined): boolean {
  const own = inTask.getStore();
  return own !== undefined && own !== execution;
}

/**
 * Whether a run is that of a script that a worker loads only for its tasks. The process of that script runs it, so here
 * it never begins.
 */
export function isRunOfLoadedScript(): boolean {
  if (!isWorker || inTask.getStore() !== undefined) return false;
  hasRun = true;
  for (const heard of waiting.splice(0)) heard();
  return true;
}

/** Whether a script that was loaded has come to a run. */
export function hasBegunRun(): boolean {
  return hasRun;
}

/** Resolves when a script that is being loaded comes to a run. */
export function nextRun(): Promise<void> {
  return new Promise((resolve) => void waiting.push(resolve));
}
