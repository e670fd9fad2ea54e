import { within } from "../../types/mismatch.js";
import type { ValueStore } from "../../types/value-store.js";

/** What is to be done for one part of a value: its key there, its part of the path, and the work that makes it new. */
export interface PartWork<K> {
  readonly key: K;
  /** `.name` or `[0]`. */
  readonly segment: string;
  readonly work: (store: ValueStore) => Promise<unknown>;
}

// Enough to hide the time that a store takes to answer, and few enough for its limits and for open files.
const AT_ONCE = 10;

/**
 * Works on parts of a value, ten at a time. Once one fails, no other is begun, and the error is thrown when nothing
 * is running any more.
 */
export async function workOnParts<K>(
  parts: readonly PartWork<K>[],
  store: ValueStore,
  put: (key: K, part: unknown) => void,
): Promise<void> {
  const waiting = parts[Symbol.iterator]();
  let failure: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (const { key, segment, work } of waiting) {
      try {
        put(key, await work(store));
      } catch (error) {
        failure ??= { error: within(segment, error) };
      }
      if (failure !== undefined) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, worker));
  if (failure !== undefined) throw failure.error;
}
