import { isFlytekitError } from "../../errors/flytekit-error.js";
import { textOf } from "../../errors/text-of.js";

/** What is wrong with a type, and what to change. */
export interface Fault {
  readonly what: string;
  readonly advice: string;
}

/** Collects the faults of a type, so that its author sees all of them at once. */
export class Faults {
  readonly all: Fault[] = [];

  add(what: string, advice: string): void {
    // One mistake shows in a list, in a map, in a record, ...: once is enough.
    if (!this.all.some((fault) => fault.what === what)) this.all.push({ what, advice });
  }

  /** What `act` gives; if it throws, that is a fault, and the result is undefined. */
  attempt<T>(what: string, advice: string, act: () => T): { readonly value: T } | undefined {
    try {
      return { value: act() };
    } catch (error) {
      this.add(`${what}: ${inWords(error)}`, advice);
      return undefined;
    }
  }

  /** The same for what is asynchronous. */
  async attemptLater<T>(
    what: string,
    advice: string,
    act: () => Promise<T>,
  ): Promise<{ readonly value: T } | undefined> {
    try {
      return { value: await act() };
    } catch (error) {
      this.add(`${what}: ${inWords(error)}`, advice);
      return undefined;
    }
  }
}

/** An error in one line, with what it comes from: an error that a function of the author's threw. */
export function inWords(error: unknown): string {
  if (!isFlytekitError(error)) return textOf(error);
  const { code, text, cause } = error;
  return cause === undefined ? `${code}: ${text}` : `${code}: ${text.replace(/\.$/, "")} (${inWords(cause)})`;
}
