import { type ErrorData, fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import type { SecretMasker } from "@flytekit-ts/core/context";
import type { BareEvent } from "./events.js";
import { toFlytekitError } from "./to-flytekit-error.js";

/**
 * An event without the values of secrets in its texts: in messages, and in errors with their causes and stacks.
 *
 * An error without such a value stays the error that was thrown. Inputs and outputs are values, and stay as they are.
 */
export function maskEvent(event: BareEvent, masker: SecretMasker): BareEvent {
  if (masker.isEmpty) return event;
  if (event.kind === "node-logged") {
    const { message, fields } = event;
    const masked = { ...event, message: masker.mask(message) };
    return fields === undefined ? masked : { ...masked, fields: masker.maskData(fields) };
  }
  if (event.kind !== "node-failed" && event.kind !== "run-failed") return event;
  const data = toErrorData(event.error);
  const masked = maskError(data, masker);
  if (JSON.stringify(masked) === JSON.stringify(data)) return event;
  return { ...event, error: toFlytekitError(fromErrorData(masked)) };
}

// Only the texts: a code or the name of a parameter is never a secret, though a secret may be spelt like one.
function maskError(data: ErrorData, masker: SecretMasker): ErrorData {
  if ("thrown" in data) return { thrown: masker.maskData(data.thrown) };
  const { message, stack, cause, errors, flytekit } = data;
  return {
    ...data,
    message: masker.mask(message),
    ...(stack === undefined ? {} : { stack: masker.mask(stack) }),
    ...(cause === undefined ? {} : { cause: maskError(cause, masker) }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => maskError(error, masker)) }),
    ...(flytekit === undefined ? {} : { flytekit: maskParts(flytekit, masker) }),
  };
}

type Parts = NonNullable<Exclude<ErrorData, { readonly thrown: unknown }>["flytekit"]>;

function maskParts(parts: Parts, masker: SecretMasker): Parts {
  const { text, hint, params } = parts;
  return {
    ...parts,
    text: masker.mask(text),
    ...(hint === undefined ? {} : { hint: masker.mask(hint) }),
    params: maskValues(params, masker),
  };
}

function maskValues(params: Parts["params"], masker: SecretMasker): Parts["params"] {
  if (typeof params !== "object" || params === null || Array.isArray(params)) return masker.maskData(params);
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, masker.maskData(value)]));
}
