import type { StoredObject } from "../storage/storage.js";
import { byCodePoint } from "../words/by-code-point.js";
import type { Doing } from "./deadline.js";
import { doRequest, type PatientStore } from "./object-request.js";
import type { ObjectPage, ObjectPlace } from "./object-store.js";
import { isMarker } from "./size-of.js";

/**
 * All objects below a prefix, as if it were a directory: `a` has `a/b` and not `ab`. Objects that only mark a folder are
 * left out.
 *
 * @throws `STORAGE_FAILED`, `STORAGE_ABORTED`
 */
export async function* listObjects(
  patient: PatientStore,
  doing: Doing,
): AsyncGenerator<StoredObject, undefined> {
  const { store } = patient;
  const given = store.place(doing.uri, doing.action);
  const key = given.key === "" || given.key.endsWith("/") ? given.key : `${given.key}/`;
  const objects = objectsAt(patient, doing, { ...given, key });
  if (store.listsInOrder) {
    yield* objects;
    return;
  }
  const all: StoredObject[] = [];
  for await (const object of objects) all.push(object);
  yield* all.sort((a, b) => byCodePoint(a.uri, b.uri));
}

async function* objectsAt(
  patient: PatientStore,
  doing: Doing,
  place: ObjectPlace,
): AsyncGenerator<StoredObject, undefined> {
  let token: string | undefined;
  do {
    const from = token;
    const request = async ({ signal }: { signal: AbortSignal }): Promise<ObjectPage> =>
      patient.store.page(place, from, signal);
    const { objects, next }: ObjectPage = await doRequest(patient, doing, request);
    for (const { key, size } of objects) {
      if (!isMarker(key, size)) yield { uri: `${place.root}${key}`, size };
    }
    token = next;
  } while (token !== undefined);
}
