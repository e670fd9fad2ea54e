/**
 * Tells that nothing has happened in real time for a while, although a task executes: it waits for something that will
 * not come by itself.
 */
export class Patience {
  readonly #milliseconds: number;
  readonly #isLost: () => void;
  #timer: NodeJS.Timeout | undefined;
  #before: ReadonlyMap<string, number> = new Map();

  constructor(milliseconds: number, isLost: () => void) {
    this.#milliseconds = milliseconds;
    this.#isLost = isLost;
  }

  /** Something happened: wait from now on, or not at all. */
  restart(isNeeded: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!isNeeded || this.#milliseconds === Infinity) return;
    this.#wait();
    // Behind it, because this timer is among them too.
    this.#before = resources();
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      // A socket, a file or a timer that was not there before may yet wake the task.
      const isAwaited = [...resources()].some(([name, count]) => count > (this.#before.get(name) ?? 0));
      if (isAwaited) this.#wait();
      else this.#isLost();
    }, this.#milliseconds);
  }
}

function resources(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo())
    if (name !== "Immediate") counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
