import type { Upload } from "../transfers/transfers.js";
import type { Staging } from "./staging.js";

// Enough to hide the time that links take, and few enough for a server that signs each of them.
const AT_ONCE = 8;

/** Uploads objects, some at a time. After a failure no other begins, and it is thrown when nothing runs any more. */
export async function uploadAll(objects: readonly Upload[], { transfers, signal }: Staging): Promise<void> {
  const waiting = [...objects];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await transfers.upload(next, { signal });
      } catch (error) {
        failures.push(error);
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failures.length > 0) throw failures[0];
}
