/**
 * Ends the worker of one request. It is the least that tinypool takes for an abort signal: a real one would take as long as
 * the rest of a small request.
 */
export class KillSwitch {
  aborted = false;
  #listener: (() => void) | undefined;

  once(_event: "abort", listener: () => void): void {
    this.#listener = listener;
  }

  off(): void {
    this.#listener = undefined;
  }

  kill(): void {
    if (this.aborted) return;
    this.aborted = true;
    this.#listener?.();
  }
}
