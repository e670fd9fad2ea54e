import type { SourceLocation } from "../source/place.js";
import { boundedText } from "./bounded-text.js";
import { type ErrorOrigin, FlytekitError, isFlytekitError } from "./flytekit-error.js";

/** The definition of one error: who has to act, the message, and the hint. */
export interface ErrorDefinition<P> {
  readonly origin: ErrorOrigin;
  /** Says where, what was wanted and what was given, in that order. The code is added in front. */
  readonly message: (params: P) => string;
  /** What to do next, in one sentence. It is a function if the advice depends on the parameters. */
  readonly hint?: string | ((params: P) => string | undefined);
}

/** Context of one throw: the error that caused it, and the author's line that has to change. */
export interface ThrowContext {
  readonly cause?: unknown;
  readonly location?: SourceLocation | undefined;
}

/** Makes the error of one code; `is` narrows a caught value to it. */
export interface ErrorFactory<P> {
  (params: P, context?: ThrowContext): FlytekitError & { readonly params: P };
  readonly code: string;
  is(value: unknown): value is FlytekitError & { readonly params: P };
}

type Definitions<M> = { readonly [C in keyof M]: ErrorDefinition<M[C]> };
type Factories<M> = { readonly [C in keyof M]: ErrorFactory<M[C]> };

/**
 * Declare the errors of one package: code to definition.
 *
 * Each package has one such catalogue, so codes are unique and easy to find. A released code never changes.
 */
export function defineErrors<M>(definitions: Definitions<M>): Factories<M> {
  const factories: Partial<Record<keyof M, unknown>> = {};
  for (const code of Object.keys(definitions) as (keyof M & string)[]) {
    factories[code] = defineError(code, definitions[code]);
  }
  return Object.freeze(factories) as Factories<M>;
}

/** What `make` makes, without the stack that each error records. It costs more than all else about an error. */
function withoutStack<T>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  // Not an assignment: it would throw where the intrinsics are frozen.
  Reflect.set(Error, "stackTraceLimit", 0);
  try {
    return make();
  } finally {
    Reflect.set(Error, "stackTraceLimit", limit);
  }
}

/**
 * Declare one error. A catalogue whose errors are exports of a module, and that is imported as a namespace, lets a
 * bundler leave out the texts of errors that a program cannot throw.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineError<P>(code: string, definition: ErrorDefinition<P>): ErrorFactory<P> {
  const create = (params: P, context: ThrowContext = {}): FlytekitError & { readonly params: P } => {
    const { origin } = definition;
    const text = boundedText(definition.message(params));
    const advice = typeof definition.hint === "function" ? definition.hint(params) : definition.hint;
    const hint = advice === undefined ? undefined : boundedText(advice);
    const error = withoutStack(() => new FlytekitError({ code, origin, text, hint, params, ...context }));
    Error.captureStackTrace(error, create);
    return error as FlytekitError & { readonly params: P };
  };
  const is = (value: unknown): value is FlytekitError & { readonly params: P } =>
    isFlytekitError(value) && value.code === code;
  return Object.freeze(Object.assign(create, { code, is }));
}
