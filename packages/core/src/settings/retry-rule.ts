import * as errors from "../errors.js";
import { assertOptions } from "../options/options.js";
import { describeValue } from "../words/describe-value.js";
import { elementsOf } from "../words/plain-object.js";

/** A class of errors. Its instances, and those of its subclasses, are meant. */
export type ErrorClass = abstract new (...args: never[]) => Error;

/** Decides whether an error that a task threw may be gone the next time. It gets what was thrown, of any type. */
export type RetryTest = (error: unknown) => boolean;

/** Which errors of a task another attempt may help against. */
export interface RetryRule {
  /**
   * Classes of errors, or a function that decides. `NonRecoverableError` is never among them.
   *
   * An error belongs to a class if it is an instance of it, or of a class with the same name whose ancestors have the
   * same names: so errors of another copy of a package, or of another realm, belong to it too.
   */
  readonly on: readonly ErrorClass[] | RetryTest;
}

const KNOWN: ReadonlySet<string> = new Set(["on"]);
const ADVICE =
  "Give a list of classes or a function: `retry: { on: [TimeoutError] }`, `retry: { on: (error) => error instanceof TimeoutError }`.";

/** Check the `retry` of a task, and copy it. @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT` */
export function toRetryRule(given: unknown, at: string): RetryRule | undefined {
  if (given === undefined) return undefined;
  // The name is like that of the option that says how often.
  const advice =
    typeof given === "number" ? `How often is the option \`retries\`: \`retries: ${given}\`.` : ADVICE;
  assertOptions(given, KNOWN, `the option \`retry\` of ${at}`, advice);
  const { on } = given as { readonly on?: unknown };
  const listed = elementsOf(on);
  if (listed !== undefined) return Object.freeze({ on: toClasses(listed, at) });
  if (typeof on !== "function") throw invalid(on, at, ADVICE);
  if (isErrorClass(on)) throw invalid(on, at, "Put classes in a list: `retry: { on: [TimeoutError] }`.");
  return Object.freeze({ on: on as RetryTest });
}

function toClasses(given: readonly unknown[], at: string): readonly ErrorClass[] {
  if (given.length === 0)
    throw invalid(given, at, "Name at least one class. To retry nothing, leave out `retry` and `retries`.");
  const wrong = given.find((each) => !isErrorClass(each));
  if (wrong !== undefined || given.includes(undefined)) throw invalid(wrong, at, ADVICE, "in its list");
  return Object.freeze([...given] as ErrorClass[]);
}

function invalid(value: unknown, at: string, advice: string, where?: string): Error {
  const inWords = `${describeValue(value)}${where === undefined ? "" : ` ${where}`}`;
  const wanted = "classes of errors, or a function that decides";
  return errors.OPTION_INVALID({ at, option: "retry.on", wanted, given: inWords, inWords, advice });
}

// An arrow function or a method has no prototype, and other functions have one that is not an error.
function isErrorClass(value: unknown): boolean {
  if (typeof value !== "function") return false;
  try {
    const { prototype } = value as { readonly prototype?: unknown };
    return typeof prototype === "object" && prototype !== null && classNames(prototype).includes("Error");
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}

/** The names of the classes of a prototype and of its ancestors, without `Object`. */
export function classNames(prototype: object): readonly string[] {
  const names: string[] = [];
  for (
    let each: object | null = prototype;
    each !== null;
    each = Object.getPrototypeOf(each) as object | null
  ) {
    const name = nameOf(each);
    if (name !== "Object") names.push(name);
  }
  return names;
}

function nameOf(prototype: object): string {
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  const name: unknown =
    typeof made === "function" ? Object.getOwnPropertyDescriptor(made, "name")?.value : undefined;
  return typeof name === "string" ? name : "";
}
