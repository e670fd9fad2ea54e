import * as errors from "../errors.js";
import type { Doing } from "./deadline.js";
import type { ObjectPlace, ObjectStore } from "./object-store.js";

/** The place of one object, which has a key. @throws `STORAGE_FAILED` */
export function objectPlace(store: ObjectStore, { uri, action }: Doing): ObjectPlace {
  const place = store.place(uri, action);
  if (place.key !== "") return place;
  const problem = `it names a ${store.holder}, and no object in it`;
  throw errors.STORAGE_FAILED({
    uri,
    action,
    problem,
    advice: `Add the key of an object: ${store.example}.`,
  });
}
