import { STAMP, STAMPED } from "../brands/contract.js";
import { hasBrand } from "../brands/has-brand.js";
import type { SourceLocation } from "../source/place.js";

const BRAND = Symbol.for("@flytekit-ts/error");

/** Who has to act: `user` is the author of the workflow, `system` is the operator of the backend. */
export type ErrorOrigin = "user" | "system";

/** The parts of an error, from which its message is made. */
export interface FlytekitErrorParts {
  readonly code: string;
  readonly origin: ErrorOrigin;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly params: unknown;
  readonly cause?: unknown;
  readonly location?: SourceLocation | undefined;
}

/**
 * Every error that flytekit-ts throws.
 *
 * Tell errors apart by `code`, which never changes, rather than by class: two copies of this package
 * in one process each have their own class. `isFlytekitError` and `instanceof FlytekitError` know the errors of both.
 */
export class FlytekitError extends Error {
  /** Permanent name of this failure; its page is `docs/errors/<code>.md`. */
  readonly code: string;
  declare readonly origin: ErrorOrigin;
  /** The message without code, place and hint. */
  declare readonly text: string;
  /** The next thing to do, in one sentence. */
  declare readonly hint: string | undefined;
  /** The values that the message was made from; their shape depends on the code. */
  declare readonly params: unknown;
  /** The author's line that has to change, where one is known. */
  declare readonly location: SourceLocation | undefined;

  /** Whether a value is an error of flytekit-ts, of this copy of the package or another. */
  static override [Symbol.hasInstance](value: unknown): value is FlytekitError {
    const isOfClass: unknown = Function.prototype[Symbol.hasInstance].call(this, value);
    return isOfClass === true || (this === FlytekitError && isFlytekitError(value));
  }

  constructor(parts: FlytekitErrorParts) {
    super(describe(parts), parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = "FlytekitError";
    this.code = parts.code;
    const { origin, text, hint, params, location } = parts;
    // Not enumerable: Node would print these once more after the stack, and the message has them already.
    Object.defineProperties(this, {
      origin: { value: origin },
      text: { value: text },
      hint: { value: hint },
      params: { value: params },
      location: { value: location },
      [BRAND]: { value: true },
      [STAMPED]: { value: STAMP },
    });
  }
}

/**
 * Whether a caught value is an error of flytekit-ts, of this copy of the package or another.
 *
 * Whatever its contract: an error has to be readable where copies do not fit, so its form never changes.
 *
 * Any value can be thrown: a proxy may throw when it is asked, or say yes to everything. Neither is an error of ours.
 */
export function isFlytekitError(value: unknown): value is FlytekitError {
  return hasBrand(value, BRAND);
}

function describe({ code, text, hint, location }: FlytekitErrorParts): string {
  const lines = [`[${code}] ${text}`];
  if (location !== undefined) lines.push(`  at ${location.file}:${location.line}:${location.column}`);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join("\n");
}
