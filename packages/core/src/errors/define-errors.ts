import type { SourceLocation } from "../source/place.js";
import { type ErrorOrigin, FlytekitError, isFlytekitError } from "./flytekit-error.js";

/** How one kind of failure reads: who acts, what happened, and what to do next. */
export interface ErrorDefinition<P> {
  readonly origin: ErrorOrigin;
  /** Where, what was wanted, what was given, in that order; without the code, which is put in front. */
  readonly message: (params: P) => string;
  /** What to do next, in one sentence; a function where that depends on what happened. */
  readonly hint?: string | ((params: P) => string | undefined);
}

/** Context of one throw: what led to it, which line has to change, and whose frames to leave out of the stack. */
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
 * One catalogue a package keeps codes unique and searchable; a code is permanent once released.
 */
export function defineErrors<M>(definitions: Definitions<M>): Factories<M> {
  const factories: Partial<Record<keyof M, unknown>> = {};
  for (const code of Object.keys(definitions) as (keyof M & string)[]) {
    factories[code] = defineError(code, definitions[code]);
  }
  return Object.freeze(factories) as Factories<M>;
}

function defineError<P>(code: string, definition: ErrorDefinition<P>): ErrorFactory<P> {
  const create = (params: P, context: ThrowContext = {}): FlytekitError & { readonly params: P } => {
    const { origin } = definition;
    const text = definition.message(params);
    const hint = typeof definition.hint === "function" ? definition.hint(params) : definition.hint;
    const error = new FlytekitError({ code, origin, text, hint, params, ...context });
    Error.captureStackTrace(error, create);
    return error as FlytekitError & { readonly params: P };
  };
  const is = (value: unknown): value is FlytekitError & { readonly params: P } =>
    isFlytekitError(value) && value.code === code;
  return Object.freeze(Object.assign(create, { code, is }));
}
