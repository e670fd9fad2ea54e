import type { ScopeView } from "../../scope/scope-view.js";

/** Wait for something, but not longer than a scope lasts: then reject with the reason for which it ended. */
export async function waitInScope<T>(work: Promise<T>, scope: ScopeView): Promise<T> {
  let stop = (): void => {};
  const ended = new Promise<never>((_resolve, reject) => {
    stop = scope.onEnd(reject);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    stop();
  }
}
