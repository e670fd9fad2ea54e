import { type ErrorOrigin, FlytekitError, isFlytekitError } from "../flytekit-error.js";
import { jsonOf, type Json } from "./json-of.js";
import { isNonRecoverable, NonRecoverableError } from "../thrown/non-recoverable-error.js";
import { textOf } from "../text-of.js";

/** A thrown value as JSON: for journals, for events that are kept on disk, and for errors from another thread or process. */
export type ErrorData = ErrorAsData | ValueAsData;

interface ErrorAsData {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorData;
  /** Those of an `AggregateError`. */
  readonly errors?: readonly ErrorData[];
  /** It is a `NonRecoverableError`. */
  readonly nonRecoverable?: true;
  /** What only errors of flytekit-ts have. */
  readonly flytekit?: {
    readonly code: string;
    readonly origin: ErrorOrigin;
    readonly text: string;
    readonly hint?: string;
    /** What of the parameters JSON can hold. */
    readonly params: Json;
    readonly location?: { readonly file: string; readonly line: number; readonly column: number };
  };
}

/** Something was thrown that is not an error. Primitives are kept, of other values there is only the text. */
interface ValueAsData {
  readonly thrown: string | number | boolean | null;
}

/** Longer texts are cut. Flyte cuts messages at 100 kB, too. */
const LONGEST = 100_000;
/** Causes of causes of causes: an error may be its own cause. */
const DEEPEST = 10;
const MOST = 20;

/** Make data of whatever was thrown. It never throws itself, whatever the value does when it is read. */
export function toErrorData(error: unknown, depth = 0): ErrorData {
  if (!isError(error)) return { thrown: isKept(error) ? error : cut(textOf(error)) };
  const { name, message, stack, cause, errors } = read(error, "name", "message", "stack", "cause", "errors");
  const deeper = (inner: unknown): ErrorData => toErrorData(inner, depth + 1);
  const isNested = depth < DEEPEST;
  return {
    name: textOr(name, "Error"),
    message: textOr(message, textOf(error)),
    ...(typeof stack === "string" ? { stack: cut(stack) } : {}),
    ...(cause !== undefined && isNested ? { cause: deeper(cause) } : {}),
    ...(isNested && Array.isArray(errors) ? { errors: errors.slice(0, MOST).map(deeper) } : {}),
    ...(isNonRecoverable(error) ? { nonRecoverable: true } : {}),
    ...(isFlytekitError(error) ? { flytekit: partsOf(error) } : {}),
  };
}

/** Make the value again: an error of flytekit-ts, another error, or a primitive. It is no instance of an author's class. */
export function fromErrorData(data: ErrorData): unknown {
  if ("thrown" in data) return data.thrown;
  const { name, message, stack, cause, errors, flytekit } = data;
  const options = cause === undefined ? undefined : { cause: fromErrorData(cause) };
  const error =
    flytekit === undefined ? plainError(data, options) : new FlytekitError({ ...flytekit, ...options });
  if (error.name !== name) define(error, "name", name);
  define(error, "message", message);
  if (stack !== undefined) define(error, "stack", stack);
  if (errors !== undefined) define(error, "errors", errors.map(fromErrorData));
  return error;
}

function plainError(
  { message, nonRecoverable }: ErrorAsData,
  options: { cause: unknown } | undefined,
): Error {
  return nonRecoverable === true ? new NonRecoverableError(message, options) : new Error(message, options);
}

// Not enumerable, as in an error that was never data.
function define(error: Error, key: string, value: unknown): void {
  Object.defineProperty(error, key, { value, writable: true, configurable: true, enumerable: false });
}

function isError(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (isFlytekitError(value)) return true;
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}

function isKept(value: unknown): value is string | number | boolean | null {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && value.length <= LONGEST;
}

function read<K extends string>(error: object, ...keys: readonly K[]): Partial<Record<K, unknown>> {
  const found: Partial<Record<K, unknown>> = {};
  for (const key of keys) {
    try {
      found[key] = Reflect.get(error, key);
    } catch {
      // A getter that throws has nothing to tell.
    }
  }
  return found;
}

function partsOf(error: FlytekitError): NonNullable<ErrorAsData["flytekit"]> {
  const { code, origin, text, hint, params, location } = error;
  return {
    code,
    origin,
    text: cut(text),
    ...(hint === undefined ? {} : { hint: cut(hint) }),
    params: jsonOf(params),
    ...(location === undefined
      ? {}
      : { location: { file: location.file, line: location.line, column: location.column } }),
  };
}

function textOr(value: unknown, otherwise: string): string {
  return cut(typeof value === "string" ? value : otherwise);
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}...`;
}
