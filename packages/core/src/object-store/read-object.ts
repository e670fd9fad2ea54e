import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import type { ReadOptions } from "../storage/storage.js";
import { type Doing, pause } from "./deadline.js";
import { errorOf, faultOf, type PatientStore } from "./object-request.js";
import { RequestFailed, type RequestFault } from "../errors/request-failed.js";
import type { ObjectBody, ObjectPlace } from "./object-store.js";
import { objectPlace } from "./object-place.js";
import { openBody, type OpenBody } from "./open-body.js";
import { waitAfter } from "./patience.js";
import { sizeOf } from "./size-of.js";

// An object up to this size is kept until its checksum is seen to be right: until then another attempt can help.
const KEPT = 4 * 1024 * 1024;

const WRONG_SUM: RequestFault = {
  kind: "passing",
  problem: "its checksum is wrong: the bytes that arrived are not those that were stored",
  advice: "Read it again; if that does not help, what is stored is damaged.",
};
const CHANGED: RequestFault = {
  kind: "changed",
  problem: "the connection broke, and meanwhile the object was changed or deleted",
  advice: "Write each object once, under a name of its own.",
};
const UNPINNED: RequestFault = {
  kind: "final",
  problem: "the connection broke, and the server does not say whether the object is still the same",
  advice: "Read it again.",
};

/** A read under way. `position` bytes of `version` are with the caller, or in `kept`. */
interface Reading {
  readonly place: ObjectPlace;
  readonly start: number;
  readonly end: number | undefined;
  position: number;
  version: string | undefined;
  checksum: ObjectBody["checksum"];
  kept: Uint8Array[] | undefined;
  failures: number;
}

/**
 * The bytes of an object, all of one version.
 *
 * A read that breaks or stalls goes on where it was. The checksum of a whole object is compared: before anything is
 * given of a small one, at the end of a large one.
 *
 * @throws `STORAGE_NOT_FOUND`, `STORAGE_FAILED`, `STORAGE_ABORTED`
 */
export async function* readObject(
  patient: PatientStore,
  uri: string,
  { signal, range }: ReadOptions = {},
): AsyncGenerator<Uint8Array, undefined> {
  const doing: Doing = { uri, action: "Reading", signal };
  const place = objectPlace(patient.store, doing);
  const start = Math.max(0, range?.start ?? 0);
  // No range of a request ends at infinity.
  const end = Number.isFinite(range?.end) ? range?.end : undefined;
  if (end !== undefined && end <= start) {
    if ((await sizeOf(patient, doing, place)) === undefined) throw errors.STORAGE_NOT_FOUND({ uri });
    return;
  }
  const fresh = { version: undefined, checksum: undefined, kept: undefined, failures: 0 };
  const reading: Reading = { place, start, end, position: start, ...fresh };
  while (true) {
    try {
      yield* chunksFrom(reading, patient, doing);
      return;
    } catch (error) {
      if (isFlytekitError(error)) throw error;
      const fault = faultOf(error, patient);
      if (fault.kind === "beyond") return;
      await recover(reading, fault, patient, doing);
    }
  }
}

async function* chunksFrom(
  reading: Reading,
  patient: PatientStore,
  doing: Doing,
): AsyncGenerator<Uint8Array, undefined> {
  const { place, position, end, version } = reading;
  const body = await openBody(patient, doing, place, { start: position, end, version });
  try {
    if (position === reading.start) begin(reading, body);
    let left = body.length;
    for (let chunk = await body.next(); chunk !== undefined; chunk = await body.next()) {
      if (chunk.length === 0) continue;
      reading.position += chunk.length;
      if (left !== undefined) left -= chunk.length;
      reading.checksum?.hasher.update(chunk);
      if (reading.kept !== undefined) reading.kept.push(chunk);
      else {
        reading.failures = 0;
        yield chunk;
      }
    }
    if (left !== undefined && left > 0)
      throw new RequestFailed({ kind: "passing", problem: `the answer ended ${left} bytes too early` });
    verify(reading, doing);
  } finally {
    body.close();
  }
  for (const chunk of reading.kept ?? []) yield chunk;
}

function begin(reading: Reading, { version, checksum, length }: OpenBody): void {
  Object.assign(reading, { version, checksum });
  const isSmall = length !== undefined && length <= KEPT;
  reading.kept = isSmall ? [] : undefined;
}

function verify(reading: Reading, doing: Doing): void {
  const { checksum, kept } = reading;
  if (checksum === undefined || checksum.hasher.digest() === checksum.expected) return;
  if (kept === undefined) throw errorOf(WRONG_SUM, doing);
  restart(reading);
  throw new RequestFailed(WRONG_SUM);
}

function restart(reading: Reading): void {
  const { start: position } = reading;
  Object.assign(reading, { position, version: undefined, checksum: undefined, kept: undefined });
}

/** Waits for the next attempt, or throws. */
async function recover(
  reading: Reading,
  fault: RequestFault,
  patient: PatientStore,
  doing: Doing,
): Promise<void> {
  const isBegun = reading.position > reading.start;
  if (fault.kind === "absent" && !isBegun)
    throw errors.STORAGE_NOT_FOUND({ uri: doing.uri }, { cause: fault.cause });
  const isOther = fault.kind === "changed" || fault.kind === "absent";
  if (!isOther && fault.kind !== "passing") throw errorOf(fault, doing);
  const mustRestart = isOther || (isBegun && reading.version === undefined);
  if (mustRestart && isBegun && reading.kept === undefined)
    throw errorOf(isOther ? CHANGED : UNPINNED, doing);
  if (mustRestart) restart(reading);
  reading.failures += 1;
  const { patience } = patient;
  if (reading.failures >= patience.attempts)
    throw errorOf(isOther ? CHANGED : fault, doing, reading.failures);
  await pause(waitAfter(reading.failures, patience, fault.retryAfter), doing);
}
