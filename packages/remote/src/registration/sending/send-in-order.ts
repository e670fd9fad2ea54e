import type { OrderOfUse } from "./in-order-of-use.js";

/** How a list of things that wait for each other is done. */
export interface Sending {
  readonly order: OrderOfUse;
  readonly concurrency: number;
  /** Does one thing. After its first failure nothing else is begun. */
  send(place: number): Promise<void>;
}

/**
 * Does things as soon as what they wait for is done, a few at a time, in their order where there is a choice. It ends when
 * nothing is under way any more.
 *
 * @throws the first failure
 */
export async function sendInOrder({ order, concurrency, send }: Sending): Promise<void> {
  const waits = [...order.waitsFor];
  const ready = waits.flatMap((count, place) => (count === 0 ? [place] : []));
  const failures: unknown[] = [];
  let next = 0;
  let underWay = 0;
  await new Promise<void>((resolve) => {
    const begin = (): void => {
      while (underWay < concurrency && failures.length === 0 && next < ready.length) {
        const place = ready[next] ?? 0;
        next += 1;
        underWay += 1;
        void one(place);
      }
      if (underWay === 0) resolve();
    };
    const one = async (place: number): Promise<void> => {
      try {
        await send(place);
        for (const each of order.usedBy[place] ?? []) {
          waits[each] = (waits[each] ?? 0) - 1;
          if (waits[each] === 0) ready.push(each);
        }
      } catch (error) {
        failures.push(error);
      }
      underWay -= 1;
      begin();
    };
    begin();
  });
  if (failures.length > 0) throw failures[0];
}
