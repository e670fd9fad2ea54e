import { withDeadline, type Doing } from "./deadline.js";
import type { PatientStore } from "./object-request.js";
import type { ObjectBody, ObjectPlace, ObjectRange } from "./object-store.js";

/** A body that is being read. */
export interface OpenBody extends Omit<ObjectBody, "bytes"> {
  /** The next chunk, which has to come in time; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Lets go of the connection. */
  close(): void;
}

/** Asks for the bytes of an object, once. @throws `STORAGE_ABORTED`, `RequestFailed`, and what the store throws */
export async function openBody(
  { store, patience }: PatientStore,
  doing: Doing,
  place: ObjectPlace,
  range: ObjectRange,
): Promise<OpenBody> {
  // The signal of an opened body lives as long as the body does.
  const connection = new AbortController();
  const inTime = async <T>(work: () => Promise<T>): Promise<T> =>
    withDeadline(patience.stallAfter, doing, async (signal) => {
      signal.addEventListener("abort", () => connection.abort(signal.reason));
      return work();
    });
  const { bytes, ...about } = await inTime(async () => store.get(place, range, connection.signal));
  const chunks = bytes[Symbol.asyncIterator]();
  return {
    ...about,
    next: async () => {
      const { done, value } = await inTime(async () => chunks.next());
      return done === true ? undefined : value;
    },
    close: () => {
      connection.abort();
      // Nobody waits for it: a source that does not answer does not end either.
      void Promise.resolve(chunks.return?.()).catch(() => {});
    },
  };
}
