import * as errors from "../errors.js";
import type { Signal } from "./signal.js";

/** Assert that a signal has not fired. For an author of a storage. @throws `STORAGE_ABORTED` */
export function assertNotAborted(signal: Signal | undefined, uri: string, action: string): void {
  if (signal?.aborted === true) throw errors.STORAGE_ABORTED({ uri, action }, { cause: signal.reason });
}
