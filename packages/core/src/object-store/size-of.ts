import type { Doing } from "./deadline.js";
import { errorOf, type PatientStore, tryRequest } from "./object-request.js";
import type { ObjectPlace } from "./object-store.js";

/** The size of an object; undefined if there is none. @throws `STORAGE_FAILED`, `STORAGE_ABORTED` */
export async function sizeOf(
  patient: PatientStore,
  doing: Doing,
  place: ObjectPlace,
): Promise<number | undefined> {
  const answer = await tryRequest(patient, doing, async ({ signal }) => patient.store.size(place, signal));
  if ("result" in answer) return isMarker(place.key, answer.result) ? undefined : answer.result;
  if (answer.fault.kind === "absent") return undefined;
  throw errorOf(answer.fault, doing, answer.attempts);
}

/** Whether an object only marks a folder, as consoles and file systems on top of a store make them. It holds nothing. */
export function isMarker(key: string, size: number): boolean {
  return size === 0 && key.endsWith("/");
}
