// Enough to hide the time that a store takes to answer, and few enough for its limits and for open files.
const AT_ONCE = 10;

/** Does something with each item, ten at a time. After a failure no other is begun, and it is thrown when nothing runs any more. */
export async function eachOf<T>(items: AsyncIterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = (item: T): void => {
    const done = work(item)
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => running.delete(done));
    running.add(done);
  };
  try {
    for await (const item of items) {
      if (running.size >= AT_ONCE) await Promise.race(running);
      if (failures.length > 0) break;
      start(item);
    }
  } finally {
    await Promise.all(running);
  }
  if (failures.length > 0) throw failures[0];
}
