import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import type { Doing } from "./deadline.js";
import { pause, withDeadline } from "./deadline.js";
import { RequestFailed, type RequestFault } from "../errors/request-failed.js";
import type { ObjectStore, SendOptions } from "./object-store.js";
import { deadlineFor, type Patience, waitAfter } from "./patience.js";

/** A store, and how patient one is with it. */
export interface PatientStore {
  readonly store: ObjectStore;
  readonly patience: Patience;
}

/** What went wrong: the store tells it of its own errors. */
export function faultOf(error: unknown, { store }: PatientStore): RequestFault {
  return error instanceof RequestFailed ? error.fault : store.faultOf(error);
}

/** The error for a fault that is the end. */
export function errorOf(fault: RequestFault, doing: Doing, attempts = 1): Error {
  const { uri, action } = doing;
  const tried = attempts === 1 ? "" : `, also at the last of ${attempts} attempts`;
  const problem = `${fault.problem}${tried}`;
  return errors.STORAGE_FAILED({ uri, action, problem, advice: fault.advice }, { cause: fault.cause });
}

/** A request that failed, and how. */
export type Failed = { readonly fault: RequestFault; readonly attempts: number };

/**
 * A request, tried again as long as that may help. It gives the fault instead of throwing, as some are no errors to
 * some callers.
 *
 * @param bytes How many the request sends: so much longer it may take.
 * @throws `STORAGE_ABORTED`
 */
export async function tryRequest<T>(
  patient: PatientStore,
  doing: Doing,
  request: (options: SendOptions) => Promise<T>,
  bytes = 0,
): Promise<{ readonly result: T } | Failed> {
  const { patience } = patient;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const milliseconds = deadlineFor(bytes, patience);
      return {
        result: await withDeadline(milliseconds, doing, async (signal) => request({ signal, attempt })),
      };
    } catch (error) {
      if (isFlytekitError(error)) throw error;
      const fault = faultOf(error, patient);
      if (fault.kind !== "passing" || attempt >= patience.attempts) return { fault, attempts: attempt };
      await pause(waitAfter(attempt, patience, fault.retryAfter), doing);
    }
  }
}

/** A request whose faults are all errors. @throws `STORAGE_FAILED`, `STORAGE_ABORTED` */
export async function doRequest<T>(
  patient: PatientStore,
  doing: Doing,
  request: (options: SendOptions) => Promise<T>,
  bytes = 0,
): Promise<T> {
  const answer = await tryRequest(patient, doing, request, bytes);
  if ("result" in answer) return answer.result;
  throw errorOf(answer.fault, doing, answer.attempts);
}
