import type { Signal } from "@flytekit-ts/core/storage";

/** A timer takes no more, and fires at once for what is longer. */
const LONGEST = 2 ** 31 - 1;

/** Wait, unless the signal fires first. @throws the reason of the signal */
export async function pause(milliseconds: number, signal: Signal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, LONGEST));
    signal.addEventListener("abort", end, { once: true });
  });
  signal.throwIfAborted();
}
