import type { Signal } from "@flytekit-ts/core/storage";

/** Wait, unless the signal fires first. @throws the reason of the signal */
export async function pause(milliseconds: number, signal: Signal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end, { once: true });
  });
  signal.throwIfAborted();
}
