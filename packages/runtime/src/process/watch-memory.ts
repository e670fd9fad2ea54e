import { closeSync } from "node:fs";

import { describeFailure } from "./describe-failure.js";
import type { Interrupter } from "./interrupter.js";
import { logLine } from "./streams.js";
import { onBlockedClock } from "./blocked-clock.js";
import { collectGarbage } from "./collect-garbage.js";
import type { MemoryGauge } from "./memory-gauge.js";
import { isFull, isNear, outOfMemory, warningOf } from "./out-of-memory.js";

/** Milliseconds between two looks. */
const EVERY = 10;
/** Milliseconds before the first look where nobody has set a limit: many tasks have ended by then. */
const ROOMY = 100;
/** A task that was interrupted, and has let nothing else go on for so long, in milliseconds, computes without a pause. */
const BLOCKED = 1000;
/** How much of its memory such a task may use up in the meantime. */
const LAST = 0.95;
/** A heap that is so long above four fifths of its limit, in milliseconds, is full. */
const HIGH = 100;
/** Collecting garbage takes at most one in so many milliseconds, unless memory is used up before. */
const REST = 10;
/** What is free after that is given back to the system by other threads, which takes some milliseconds. */
const SETTLING = 5;
/** What V8 itself ends with when it has no memory left: that of SIGABRT. */
const EXIT_CODE = 134;

/**
 * Ends a task that has used up its memory with an error of its own, before the kernel or V8 ends the process without one.
 *
 * A task that lets others go on is interrupted: its error is written. For one that computes without a pause there is no time
 * left to write anything, so the process ends, and the last line of its log says why. Gives a function that ends the watch.
 */
export function watchMemory(interrupter: Interrupter, gauge: MemoryGauge): () => void {
  const watch = new Watch(interrupter, gauge);
  const { container, isHeapGiven } = gauge.limits;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    timer = setInterval(() => watch.onTimer(), EVERY).unref();
  };
  // Where nobody has set a limit there are gigabytes: a thread is not worth it, and they last for a while.
  if (container === undefined && !isHeapGiven) {
    timer = setTimeout(look, ROOMY).unref();
    return () => clearTimeout(timer);
  }
  look();
  const { heap } = gauge.limits;
  const from = Math.min(container ?? heap, heap) * 0.6;
  // Its thread needs memory, too.
  const onStart = (): void => gauge.rebase();
  const stopClock = onBlockedClock({ every: EVERY, from, onStart }, () => watch.onClock());
  const stop = (): void => {
    watch.isOver = true;
    stopClock();
  };
  // The author's code may end the process.
  process.once("exit", stop);
  return () => {
    clearInterval(timer);
    stop();
  };
}

class Watch {
  /** How the process ends is decided. */
  isOver = false;
  readonly #interrupter: Interrupter;
  readonly #gauge: MemoryGauge;
  /** What the task was interrupted with, if nothing else has gone on since. */
  #pending: { readonly error: Error; readonly since: number } | undefined;
  /** When garbage may be collected again. */
  #next = 0;
  #last = { room: 0, growth: 0 };
  #highSince = Number.POSITIVE_INFINITY;
  #hasWarned = false;

  constructor(interrupter: Interrupter, gauge: MemoryGauge) {
    this.#interrupter = interrupter;
    this.#gauge = gauge;
  }

  onTimer(): void {
    this.#pending = undefined;
    this.#interrupt(this.#look());
  }

  onClock(): void {
    if (this.isOver) return;
    const { error, since } = this.#pending ?? {};
    if (error === undefined || since === undefined) return this.#interrupt(this.#look());
    const blocked = performance.now() - since;
    // A task that lets others go on has let the timer go on.
    if (blocked > BLOCKED || (blocked > EVERY * 2 && this.#isLast())) endNow(error);
  }

  #interrupt(error: Error | undefined): void {
    if (error === undefined) return;
    this.#pending = { error, since: performance.now() };
    // As OOMKilled is for Flyte: another attempt may have more luck, or another machine.
    if (!this.#interrupter.signal.aborted) this.#interrupter.interrupt({ error, isRecoverable: true });
  }

  #isLast(): boolean {
    const looks = [this.#gauge.heap(), this.#gauge.container()];
    return looks.some((look) => look !== undefined && look.used > look.limit * LAST);
  }

  #look(): Error | undefined {
    if (this.#isHeapFull()) return outOfMemory(this.#gauge, "heap");
    const container = this.#gauge.container();
    if (container === undefined || !isNear(container) || performance.now() < this.#next) return undefined;
    const error = this.#isContainerFull() ? outOfMemory(this.#gauge, "container") : undefined;
    if (error === undefined && !this.#hasWarned) this.#warn();
    return error;
  }

  // V8 collects garbage itself where its limit is near. It ends the process if others do so there as well, and, from four
  // fifths of the limit on, if what it does itself helps little: then what is used stays above.
  #isHeapFull(): boolean {
    const { used, limit } = this.#gauge.heap();
    if (used < limit * 0.8) this.#highSince = Number.POSITIVE_INFINITY;
    else this.#highSince = Math.min(this.#highSince, performance.now());
    return used > limit * 0.93 || performance.now() - this.#highSince > HIGH;
  }

  #isContainerFull(): boolean {
    const begun = performance.now();
    collectGarbage();
    if (this.#hasNoRoom(false)) {
      // Buffers are freed by other threads, and the second time it is known what was.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLING);
      collectGarbage();
    }
    const result = this.#hasNoRoom(true);
    const cost = performance.now() - begun;
    const { room, growth } = this.#last;
    this.#next = performance.now() + Math.min(cost * REST, Math.max(cost / 2, room / growth / 4));
    return result;
  }

  #hasNoRoom(isKept: boolean): boolean {
    const used = this.#gauge.container()?.used ?? 0;
    const held = this.#gauge.held(isKept);
    if (held === undefined) return false;
    // What has grown before will again: within some milliseconds it may not have, and the next look would be late.
    const growth = Math.max(0, held.growth, this.#last.growth / 2);
    if (isKept) this.#last = { room: held.limit - held.used, growth };
    return isFull(used, held);
  }

  #warn(): void {
    const warning = warningOf(this.#gauge, this.#gauge.container());
    if (warning === undefined) return;
    this.#hasWarned = true;
    logLine(warning);
  }
}

// In the midst of the task's code: nothing of it may run any more, such as its handlers of the end.
function endNow(error: Error): never {
  logLine(describeFailure(error).replaceAll(/\n\s*/g, " "));
  // Node would say that it waits for a debugger, which is the other thread. The line above is the last.
  closeSync(2);
  const end: unknown = Reflect.get(process, "reallyExit");
  if (typeof end === "function") Reflect.apply(end, process, [EXIT_CODE]);
  return process.exit(EXIT_CODE);
}
