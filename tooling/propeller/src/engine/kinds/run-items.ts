import type { Slots } from "../../pods/slots.js";
import { type Failure, NodeFailure } from "../../values/failure.js";
import type { Literals } from "../../values/literals.js";

/** How many items there are, and how many of them have to succeed. */
export interface ItemBounds {
  readonly size: number;
  readonly wanted: number;
  /** How many run at a time. */
  readonly slots: Slots;
  readonly signal: AbortSignal;
}

/** What the items of a map came to. */
export interface ItemResults {
  readonly outputs: readonly (Literals | undefined)[];
  readonly failures: ReadonlyMap<number, Failure>;
}

/**
 * Run all items. When too many have failed, the others end, and those not yet started never start.
 *
 * @throws the reason of the signal, and what is no failure of an item
 */
export async function runItems(
  { size, wanted, slots, signal }: ItemBounds,
  work: (index: number, signal: AbortSignal) => Promise<Literals>,
): Promise<ItemResults> {
  const failing = new AbortController();
  const both = AbortSignal.any([signal, failing.signal]);
  const outputs: (Literals | undefined)[] = Array.from({ length: size });
  const failures = new Map<number, Failure>();
  // A slot is given back when it is known what the item came to: the next one may not have to start.
  const run = async (index: number): Promise<void> => {
    if (both.aborted) return;
    try {
      outputs[index] = await work(index, both);
    } catch (error) {
      if (both.aborted) return;
      if (!(error instanceof NodeFailure)) throw error;
      failures.set(index, error.failure);
      if (failures.size > size - wanted) failing.abort(error);
    }
  };
  const all = Array.from({ length: size }, (_, index) => slots.use(() => run(index)));
  await Promise.all(all);
  signal.throwIfAborted();
  return { outputs, failures };
}
