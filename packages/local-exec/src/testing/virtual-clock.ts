import type { TimeSpan } from "@flytekit-ts/core";
import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Clock } from "../clock/clock.js";
import { LEVELS, onIdle } from "./on-idle.js";
import { Patience } from "./patience.js";
import { spanOf } from "./span-of.js";
import { Standstill } from "./standstill.js";
import { type Timer, Timers } from "./timers.js";

/** Options of a virtual clock. */
export interface VirtualClockOptions {
  /** Whether the time jumps by itself when nothing else can go on. By default it does. */
  readonly auto?: boolean | undefined;
  /**
   * How long a task may execute in real time, in milliseconds, with nothing that could wake it, before the time goes on
   * although it executes. By default a second; with `Infinity` it never does. Tasks in workers are always waited for.
   */
  readonly patience?: number | undefined;
}

/** A clock whose time goes on only in jumps. */
export interface VirtualClock extends Clock {
  /** The time as a date. */
  readonly date: Date;
  /** How many timers wait for their time. */
  readonly timers: number;
  /** Resolves when so much time has passed on the clock. A task that awaits it lets the time go on. */
  sleep(span: TimeSpan): Promise<void>;
  /** Let so much time pass, with all that happens in it. Resolves when nothing more can happen by then. */
  advance(span: TimeSpan): Promise<void>;
  /** Let time pass until a date, which is not in the past of the clock. */
  advanceTo(date: Date): Promise<void>;
}

const START = Date.UTC(2024, 0, 1);

/**
 * Make a clock for tests. It starts at a date, by default at the beginning of 2024 (UTC).
 *
 * Its time stands still while anything can go on, and while a task executes: what a task awaits takes real time. Then it
 * jumps to the timer that is next: the end of a `sleep` or of a pause, a timeout, the time of a schedule. Timers of the
 * same time ring in the order in which they were set, one by one.
 *
 * @throws `OPTION_INVALID`, `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`
 */
export function virtualClock(
  startAt: Date = new Date(START),
  options: VirtualClockOptions = {},
): VirtualClock {
  return atCaller(virtualClock, () => {
    assertOptions(
      options,
      new Set(["auto", "patience"]),
      AT,
      "Pass them after the date: `virtualClock(date, { auto: false })`.",
    );
    const { auto = true, patience = 1000 } = options;
    if (typeof auto !== "boolean") throw wrong("auto", "true or false", auto);
    if (typeof patience !== "number" || !(patience >= 0))
      throw wrong("patience", "a number of milliseconds", patience);
    return new JumpingClock(timeOf(startAt, "startAt"), auto, patience);
  });
}

const AT = "virtualClock";

class JumpingClock implements VirtualClock {
  readonly #start: number;
  readonly #isAuto: boolean;
  readonly #timers = new Timers();
  readonly #standstill = new Standstill(() => this.#arm());
  readonly #patience: Patience;
  /** How many calls of `advance` are under way. The time does not jump by itself meanwhile. */
  #advancing = 0;
  #time: number;
  #disarm: (() => void) | undefined;

  constructor(start: number, isAuto: boolean, patience: number) {
    this.#start = start;
    this.#time = start;
    this.#isAuto = isAuto;
    this.#patience = new Patience(LEVELS.clock, patience, () => this.#armNow());
  }

  get date(): Date {
    return new Date(this.#time);
  }

  get timers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#time;
  }

  elapsed(): number {
    return this.#time - this.#start;
  }

  after(milliseconds: number, ring: () => void): () => void {
    const timer: Timer = { at: this.#time + Math.max(0, milliseconds), ring };
    this.#timers.add(timer);
    this.#arm();
    return () => {
      this.#timers.delete(timer);
      this.#arm();
    };
  }

  during<T>(
    work: () => T | Promise<T>,
    onEnd: (ended: () => void) => () => void,
    isElsewhere: boolean,
  ): T | Promise<T> {
    return this.#standstill.during(work, onEnd, isElsewhere);
  }

  async sleep(span: TimeSpan): Promise<void> {
    const milliseconds = spanOf(span, "span", "clock.sleep");
    const wake = this.#standstill.asleep();
    await new Promise<void>((resolve) => void this.after(milliseconds, resolve));
    wake();
  }

  async advance(span: TimeSpan): Promise<void> {
    await this.#advanceTo(this.#time + spanOf(span, "span", "clock.advance"));
  }

  async advanceTo(date: Date): Promise<void> {
    await this.#advanceTo(timeOf(date, "date"));
  }

  async #advanceTo(end: number): Promise<void> {
    if (end < this.#time) throw wrong("date", "a date that is not in the past of the clock", new Date(end));
    this.#advancing += 1;
    this.#arm();
    const release = this.#standstill.asleep();
    await new Promise<void>((resolve) => {
      // Behind the timers of the same time, those that are set meanwhile too.
      const mark: Timer = {
        at: end,
        ring: () => ((this.#timers.first?.at ?? Infinity) <= end ? this.#timers.add(mark) : resolve()),
      };
      this.#timers.add(mark);
      this.#arm();
    });
    release();
    this.#advancing -= 1;
    this.#arm();
  }

  // A jump is due if there is a timer and no task executes.
  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    const mayJump = this.#timers.size > 0 && (this.#isAuto || this.#advancing > 0);
    const isHeld = this.#standstill.awake > 0;
    this.#patience.restart(mayJump && isHeld && this.#standstill.isHere);
    if (mayJump && !isHeld) this.#armNow();
  }

  #armNow(): void {
    this.#disarm = onIdle(LEVELS.clock, () => this.#jump());
  }

  #jump(): void {
    this.#disarm = undefined;
    const { first } = this.#timers;
    if (first === undefined) return;
    this.#timers.delete(first);
    this.#time = Math.max(this.#time, first.at);
    try {
      first.ring();
    } finally {
      this.#arm();
    }
  }
}

function timeOf(date: unknown, option: string): number {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) throw wrong(option, "a date", date);
  return date.getTime();
}

function wrong(option: string, wanted: string, given: unknown): Error {
  const inWords = describeValue(given);
  const advice = "Write it like `virtualClock(new Date(2024, 0, 1), { auto: true })`.";
  return coreErrors.OPTION_INVALID({ at: AT, option, wanted, given: inWords, inWords, advice });
}
