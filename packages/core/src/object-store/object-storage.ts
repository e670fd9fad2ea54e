import type { Storage, StoredObject } from "../storage/storage.js";
import type { Doing } from "./deadline.js";
import { listObjects } from "./list-objects.js";
import { objectPlace } from "./object-place.js";
import { errorOf, type PatientStore, tryRequest } from "./object-request.js";
import type { ObjectStore } from "./object-store.js";
import type { Patience } from "./patience.js";
import { readObject } from "./read-object.js";
import { sizeOf } from "./size-of.js";
import { writeObject } from "./write-object.js";

/**
 * The storage on top of an object store.
 *
 * It adds what no store should do by itself, because each would do it in its own way: attempts with growing waits,
 * deadlines, reads that go on where they broke, uploads in parts, listings of all pages, errors with codes.
 */
export function objectStorage(store: ObjectStore, patience: Patience): Storage {
  const patient: PatientStore = { store, patience };
  return Object.freeze<Storage>({
    schemes: store.schemes,
    read: (uri, options) => readObject(patient, uri, options),
    write: async (uri, source, options) => writeObject(patient, uri, source, options),
    stat: async (uri, { signal } = {}) => stat(patient, { uri, action: "Finding", signal }),
    list: (uri, { signal } = {}) => listObjects(patient, { uri, action: "Listing", signal }),
    delete: async (uri, { signal } = {}) => remove(patient, { uri, action: "Deleting", signal }),
  });
}

async function stat(patient: PatientStore, doing: Doing): Promise<StoredObject | undefined> {
  const { uri } = doing;
  const size = await sizeOf(patient, doing, objectPlace(patient.store, doing));
  return size === undefined ? undefined : { uri, size };
}

// What is not there is deleted: an earlier attempt may have done it.
async function remove(patient: PatientStore, doing: Doing): Promise<void> {
  const place = objectPlace(patient.store, doing);
  const answer = await tryRequest(patient, doing, async ({ signal }) => patient.store.delete(place, signal));
  if ("result" in answer || answer.fault.kind === "absent") return;
  throw errorOf(answer.fault, doing, answer.attempts);
}
