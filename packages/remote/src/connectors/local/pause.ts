import type { Signal } from "@flytekit-ts/core/storage";

/** Wait, unless the signal fires first. @throws the reason of the signal */
export async function pause(milliseconds: number, signal: Signal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
