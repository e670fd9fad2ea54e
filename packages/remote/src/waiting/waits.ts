import type { Signal } from "@flytekit-ts/core/storage";

/** Time, as loops that ask again and again need it. A test passes its own, so that it need not wait. */
export interface Waits {
  /** Milliseconds since a moment of no meaning. It never goes back. */
  elapsed(): number;
  /** A number from 0 to 1, for waits that differ between clients. */
  random(): number;
  /** Resolves after so many milliseconds, or as soon as the signal fires. It never rejects. */
  pause(milliseconds: number, signal?: Signal): Promise<void>;
}

/** The time of this machine. */
export const realWaits: Waits = {
  elapsed: () => performance.now(),
  random: () => Math.random(),
  async pause(milliseconds, signal) {
    if (signal?.aborted === true) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener("abort", end);
    });
  },
};
