import { type RetryPolicy, retrying, type Signal } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { status } from "@grpc/grpc-js";
import { milliseconds } from "../config/milliseconds.js";
import { callError, type FailedAt } from "./call-error.js";
import type { Credentials, Headers } from "./credentials.js";
import { FailedAttempt, isUnauthenticated, verdictOf } from "./failed-attempt.js";
import { isRepeatable } from "./is-repeatable.js";
import type { Clients } from "./open-clients.js";
import { senderOf } from "./send-once.js";
import type { CallOptions, Methods, UnaryCalls } from "./unary-calls.js";
import { withinTime } from "./within-time.js";

/** What the functions of all services share. */
export interface Line {
  readonly clients: Clients;
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** How long one try of a call may take, in milliseconds, where the call does not say. */
  readonly timeout: number;
  readonly retries: RetryPolicy;
}

const KNOWN: ReadonlySet<string> = new Set(["signal", "timeout", "repeatable", "bytes"]);

// Sends once, within the time of one try.
type Send = (headers: Headers) => Promise<unknown>;

/** The functions of a service, over a line. */
export function unaryCalls<D extends Methods>(definition: D, line: Line): UnaryCalls<D> {
  const calls = Object.entries(definition.methods).map(([method, described]) => {
    const at = { endpoint: line.endpoint, call: `${definition.name}.${described.name}` };
    const sendOnce = senderOf(line.clients, definition, described);
    const call = async (request: unknown, options: CallOptions = {}): Promise<unknown> => {
      assertOptions(options, KNOWN, at.call);
      const { repeatable = isRepeatable(method), bytes } = options;
      const timeout = timeoutOf(options, at.call) ?? line.timeout;
      // A signal of this call's own: many calls may share the caller's, and Node warns of many listeners on one.
      const signal = options.signal && AbortSignal.any([options.signal]);
      const send: Send = async (headers) =>
        withinTime({ at, signal, timeout }, async (each) =>
          sendOnce({ request, bytes, headers, signal: each }),
        );
      const policy = repeatable ? line.retries : { ...line.retries, retries: 0, throttledRetries: 0 };
      return coded(at, async () =>
        retrying(async () => signedIn(line.credentials, send, signal), { policy, verdictOf, signal }),
      );
    };
    return [method, call] as const;
  });
  return Object.fromEntries(calls) as UnaryCalls<D>;
}

function timeoutOf({ timeout }: CallOptions, at: string): number | undefined {
  return timeout === undefined ? undefined : milliseconds(timeout, { at, option: "timeout", least: 1 });
}

/** Sends with what proves the caller, and once more with new proof where the first was refused. */
async function signedIn(credentials: Credentials, send: Send, signal: Signal | undefined): Promise<unknown> {
  const headers = await credentials.headers(signal);
  try {
    return await send(headers);
  } catch (error) {
    if (!isUnauthenticated(error)) throw error;
    // UNKNOWN may be anything, and what was done must not be done twice.
    const isSure = error.status === status.UNAUTHENTICATED;
    if (!(await credentials.renew(headers, signal, isSure))) throw error;
  }
  return send(await credentials.headers(signal));
}

async function coded<T>(at: FailedAt, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof FailedAttempt ? callError(error, at) : error;
  }
}
