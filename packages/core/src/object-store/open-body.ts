import * as errors from "../errors.js";
import { RequestFailed } from "../errors/request-failed.js";
import { stalledAfter, withDeadline, type Doing } from "./deadline.js";
import type { PatientStore } from "./object-request.js";
import type { ObjectBody, ObjectPlace, ObjectRange } from "./object-store.js";
import { watched } from "./watched.js";

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
  const { uri, action, signal } = doing;
  const { stallAfter: timeout } = patience;
  // The signal of an opened body lives as long as the body does.
  const connection = new AbortController();
  const { bytes, ...about } = await withDeadline(timeout, doing, async (deadline) => {
    deadline.addEventListener("abort", () => connection.abort(deadline.reason));
    return store.get(place, range, connection.signal);
  });
  const chunks = watched(bytes, {
    signal,
    timeout,
    stalled: () => new RequestFailed(stalledAfter(timeout)),
    aborted: (cause) => errors.STORAGE_ABORTED({ uri, action }, { cause }),
  });
  return {
    ...about,
    next: async () => {
      const { done, value } = await chunks.next();
      return done === true ? undefined : value;
    },
    close: () => {
      connection.abort();
      // Nobody waits for it: a source that does not answer does not end either.
      void chunks.return(undefined).catch(() => {});
    },
  };
}
