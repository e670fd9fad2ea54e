import { join } from "node:path";
import type { ScopeView } from "../../scope/scope-view.js";
import { type HeldLock, ProcessLock } from "./process-lock.js";
import { waitInScope } from "./wait-in-scope.js";

/** The longest time between two looks at a lock that another process holds, in milliseconds. */
const LONGEST_NAP = 100;

/** Who is in line for a key in this process: the last one, which resolves when it is done. */
const lines = new Map<string, Promise<void>>();

/**
 * Do some work alone: nobody else does work with the same key and folder, in this process or another. The work gets
 * whether it had to wait.
 *
 * Waiting ends with the scope, and so does the work's turn: a task that does not stop would keep all others waiting.
 */
export async function alone<T>(
  { folder, key }: { readonly folder: string; readonly key: string },
  scope: ScopeView,
  work: (hasWaited: boolean) => Promise<T>,
): Promise<T> {
  const path = join(folder, key);
  const before = lines.get(path);
  let leave = (): void => {};
  const done = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const inLine = Promise.all([before, done]).then(() => {});
  lines.set(path, inLine);
  let lock: HeldLock | undefined;
  try {
    if (before !== undefined) await waitInScope(before, scope);
    const { held, hasWaited } = await take(new ProcessLock(path), scope);
    lock = held;
    return await waitInScope(work(hasWaited || before !== undefined), scope);
  } finally {
    try {
      await lock?.release();
    } finally {
      leave();
      if (lines.get(path) === inLine) lines.delete(path);
    }
  }
}

async function take(
  lock: ProcessLock,
  scope: ScopeView,
): Promise<{ readonly held: HeldLock; readonly hasWaited: boolean }> {
  for (let nap = 2; ; nap = Math.min(nap * 1.5, LONGEST_NAP)) {
    if (scope.isOver) throw scope.reason;
    const held = await lock.tryTake();
    if (held !== undefined) return { held, hasWaited: nap > 2 };
    await napInScope(nap * (0.5 + Math.random()), scope);
  }
}

// By the machine's time: the other process knows nothing of the clock of this run.
function napInScope(milliseconds: number, scope: ScopeView): Promise<void> {
  const { promise, stop } = timer(milliseconds);
  return waitInScope(promise, scope).finally(stop);
}

function timer(milliseconds: number): { readonly promise: Promise<void>; readonly stop: () => void } {
  let stop = (): void => {};
  const promise = new Promise<void>((resolve) => {
    const timeout = setTimeout(resolve, milliseconds);
    stop = () => clearTimeout(timeout);
  });
  return { promise, stop };
}
