// The setters that can set the milliseconds, and at which argument.
const SETTERS = [
  ["setTime", 0],
  ["setMilliseconds", 0],
  ["setUTCMilliseconds", 0],
  ["setSeconds", 1],
  ["setUTCSeconds", 1],
  ["setMinutes", 2],
  ["setUTCMinutes", 2],
  ["setHours", 3],
  ["setUTCHours", 3],
] as const;

/**
 * A Date that also keeps the nanoseconds beyond its milliseconds, so that encoding it again loses nothing.
 *
 * A setter that sets the milliseconds sets these nanoseconds to 0: `setUTCHours(0, 0, 0, 0)` means midnight sharp.
 */
export class FlyteDatetime extends Date {
  /** Nanoseconds beyond the millisecond, 0 to 999,999. */
  readonly nanosOfMillisecond: number;

  constructor(milliseconds: number, nanosOfMillisecond: number) {
    super(milliseconds);
    this.nanosOfMillisecond = nanosOfMillisecond;
  }

  static {
    for (const [setter, index] of SETTERS) {
      const set: (...args: number[]) => number = Date.prototype[setter];
      const value = function setAndDrop(this: FlyteDatetime, ...args: number[]): number {
        if (args.length > index) Object.assign(this, { nanosOfMillisecond: 0 });
        return Reflect.apply(set, this, args);
      };
      Object.defineProperty(this.prototype, setter, { value, writable: true, configurable: true });
    }
  }
}
