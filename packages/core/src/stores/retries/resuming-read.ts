import * as errors from "../../errors.js";
import type { Signal } from "../../storage/signal.js";
import { countFailures, type Retrying } from "./retrying.js";
import { watched } from "../../object-store/watched.js";

/** A body that arrives. */
export interface Arriving {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The bytes that must come; undefined if nobody said. */
  readonly length?: number | undefined;
  /** Ends the connection, if it has not ended. */
  close(): void;
}

/** What `resumingRead` needs beside the rules of trying again. */
export interface ResumingRead extends Retrying {
  readonly uri: string;
  /** Milliseconds without a byte after which a connection counts as dead. */
  readonly timeout: number;
  /** Asks for the bytes from a position on, counted from the first that is wanted. */
  open(position: number): Promise<Arriving>;
  /** The error to throw for one that was not overcome. */
  faultOf(error: unknown): Error;
}

// Progress that shows that a connection is only bad, and not broken.
const PROGRESS = 1024 * 1024;
const ACTION = "Reading";
const CONNECTION_ADVICE = "Check the network and the store, and try again.";

/**
 * A body, chunk by chunk. Where its connection breaks, stalls or ends early, another one is opened behind the last byte
 * that came. For an author of a storage.
 *
 * @throws `STORAGE_ABORTED`, and what `faultOf` gives
 */
export async function* resumingRead(read: ResumingRead): AsyncGenerator<Uint8Array, undefined> {
  const { uri, signal, timeout } = read;
  const aborted = (cause: unknown): Error => errors.STORAGE_ABORTED({ uri, action: ACTION }, { cause });
  // Whatever else `verdictOf` knows: a new connection may do better.
  const brokenOff = new WeakSet<object>();
  const brokeOff = (problem: string): Error => {
    const fault = errors.STORAGE_FAILED({ uri, action: ACTION, problem, advice: CONNECTION_ADVICE });
    brokenOff.add(fault);
    return fault;
  };
  const isBrokenOff = (error: unknown): error is Error => brokenOff.has(Object(error));
  const failures = countFailures({
    ...read,
    verdictOf: (error) => (isBrokenOff(error) ? { kind: "passing" } : read.verdictOf(error)),
  });
  let position = 0;
  let failedAt = 0;
  while (true) {
    if (signal?.aborted === true) throw aborted(signal.reason);
    let arriving: Arriving | undefined;
    try {
      arriving = await read.open(position);
      const end = arriving.length === undefined ? undefined : position + arriving.length;
      const stalled = (): Error => brokeOff(`nothing arrived for ${timeout / 1000} seconds`);
      for await (const chunk of watched(arriving.chunks, { signal, timeout, stalled, aborted })) {
        position += chunk.length;
        yield chunk;
      }
      if (end !== undefined && position < end)
        throw brokeOff(`the connection ended ${end - position} bytes early`);
      return undefined;
    } catch (error) {
      if (isAborted(signal)) throw aborted(signal?.reason);
      if (position - failedAt >= PROGRESS) failures.reset();
      failedAt = position;
      if (await failures.isWorthwhile(error)) continue;
      if (isAborted(signal)) throw aborted(signal?.reason);
      throw isBrokenOff(error) ? error : read.faultOf(error);
    } finally {
      arriving?.close();
    }
  }
}

const isAborted = (signal: Signal | undefined): boolean => signal?.aborted === true;
