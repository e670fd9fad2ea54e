import { type FlytekitError, isFlytekitError } from "../../src/errors/flytekit-error.js";
import { activeTracer } from "../../src/trace/active-tracer.js";

/** The error of ours that `act` throws, or is one fault of the body that is running; anything else fails the test. */
export function caught(act: () => unknown): FlytekitError {
  let value: unknown;
  const faults = activeTracer()?.faults ?? [];
  const before = faults.length;
  try {
    value = act();
    const [fault, ...others] = faults.splice(before);
    if (fault !== undefined && others.length === 0) return fault;
  } catch (error) {
    if (isFlytekitError(error)) return error;
    throw error;
  }
  throw new Error(`nothing was thrown, but given: ${String(value)}`);
}

/** Code and text of the error of ours that `act` throws. */
export function refusal(act: () => unknown): string {
  const { code, text } = caught(act);
  return `${code}: ${text}`;
}

/** The same for what fails later. */
export async function rejection(promise: Promise<unknown>): Promise<FlytekitError> {
  try {
    await promise;
  } catch (error) {
    return caught(() => {
      throw error;
    });
  }
  throw new Error("the promise was fulfilled");
}
