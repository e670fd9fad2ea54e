/** Those who wait now. */
const waiting = new Set<Patience>();

/**
 * Tells that nothing has happened in real time for a while, although a task executes: it waits for something that will
 * not come by itself.
 */
export class Patience {
  readonly #level: number;
  readonly #milliseconds: number;
  readonly #isLost: () => void;
  #timer: NodeJS.Timeout | undefined;
  #before: ReadonlyMap<string, number> = new Map();

  /** `level` is that of `onIdle`: while one of a lower level waits, it is lost first, and then others wait anew. */
  constructor(level: number, milliseconds: number, isLost: () => void) {
    this.#level = level;
    this.#milliseconds = milliseconds;
    this.#isLost = isLost;
  }

  /** Something happened: wait from now on, or not at all. */
  restart(isNeeded: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    waiting.delete(this);
    if (!isNeeded || this.#milliseconds === Infinity) return;
    this.#wait();
    // Behind it, because this timer is among them too.
    this.#before = resources();
  }

  #wait(): void {
    waiting.add(this);
    this.#timer = setTimeout(() => {
      // A socket, a file or a timer that was not there before may yet wake the task. While this timer rings, it is counted.
      const isAwaited = [...resources()].some(([name, count]) => count > (this.#before.get(name) ?? 0));
      waiting.delete(this);
      const isBehind = [...waiting].some((other) => other.#level < this.#level);
      if (isAwaited || isBehind) return this.#wait();
      this.#isLost();
    }, this.#milliseconds);
  }
}

function resources(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo())
    if (name !== "Immediate") counts.set(name, (counts.get(name) ?? 0) + 1);
  // The timers of this file wake nobody.
  counts.set("Timeout", (counts.get("Timeout") ?? 0) - waiting.size);
  return counts;
}
