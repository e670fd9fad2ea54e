import type { Scope } from "../../scope/scope.js";

/** Wait on the clock of the run. The wait is over at once if the scope ends. */
export function pause(milliseconds: number, scope: Scope): Promise<void> {
  return new Promise((resolve) => {
    let stopListening = (): void => {};
    const stop = scope.run.clock.after(milliseconds, () => {
      stopListening();
      resolve();
    });
    stopListening = scope.onEnd(() => {
      stop();
      resolve();
    });
  });
}
