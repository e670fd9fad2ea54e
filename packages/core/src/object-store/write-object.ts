import { isFlytekitError } from "../errors/flytekit-error.js";
import { byteChunks } from "../storage/byte-chunks.js";
import { hearErrors } from "../storage/hear-errors.js";
import type { ByteStream, WriteOptions } from "../storage/storage.js";
import { type Doing, withDeadline } from "./deadline.js";
import * as errors from "../errors.js";
import { objectPlace } from "./object-place.js";
import { doRequest, type PatientStore } from "./object-request.js";
import type { ObjectPlace, PartUpload } from "./object-store.js";
import { partsOf, type StreamPart } from "./part-stream.js";
import { isMarker } from "./size-of.js";
import { sendParts } from "./send-parts.js";

// How long a failed write waits until what it sent is dropped. It has its error already.
const CANCEL_WITHIN = 5000;

/**
 * Writes an object, or nothing: what fits one part in one request, more than that in parts, of which the store makes
 * the object at the end.
 *
 * @throws `STORAGE_FAILED`, `STORAGE_ABORTED`
 */
export async function writeObject(
  patient: PatientStore,
  uri: string,
  source: Uint8Array | ByteStream,
  { signal, contentType }: WriteOptions = {},
): Promise<void> {
  hearErrors(source);
  const doing: Doing = { uri, action: "Writing", signal };
  const place = objectPlace(patient.store, doing);
  const parts = partsOf(byteChunks(source, uri, signal), patient.store.partSize);
  const { value: first } = await parts.next();
  if (first === undefined) return;
  const writing = { patient, doing, place, contentType };
  try {
    await (first.isLast ? putWhole(writing, first) : upload(writing, first, parts));
  } finally {
    // The source is let go also where writing failed before its end.
    void parts.return(undefined).catch(() => {});
  }
}

interface Writing {
  readonly patient: PatientStore;
  readonly doing: Doing;
  readonly place: ObjectPlace;
  readonly contentType: string | undefined;
}

async function putWhole(
  { patient, doing, place, contentType }: Writing,
  { bytes }: StreamPart,
): Promise<void> {
  const { store } = patient;
  if (isMarker(place.key, bytes.length)) {
    const problem = "an empty object whose key ends in a slash is the mark of a folder, and no file";
    throw errors.STORAGE_FAILED({
      uri: doing.uri,
      action: doing.action,
      problem,
      advice: "Leave the slash at the end out.",
    });
  }
  const hasher = store.createHasher();
  hasher.update(bytes);
  const digest = hasher.digest();
  await doRequest(
    patient,
    doing,
    async ({ signal }) => store.put(place, bytes, digest, { contentType, signal }),
    bytes.length,
  );
}

async function upload(
  { patient, doing, place, contentType }: Writing,
  first: StreamPart,
  parts: AsyncGenerator<StreamPart, undefined>,
): Promise<void> {
  const { store } = patient;
  const begun = await doRequest(patient, doing, async ({ signal }) =>
    store.startUpload(place, { contentType, signal }),
  );
  try {
    await sendParts({ patient, doing, upload: begun }, first, parts);
  } catch (error) {
    await cancel(begun, doing);
    throw error;
  }
}

async function cancel(upload: PartUpload, doing: Doing): Promise<void> {
  try {
    await withDeadline(CANCEL_WITHIN, { ...doing, signal: undefined }, async (signal) =>
      upload.cancel(signal),
    );
  } catch (error) {
    // It is the first error that counts. What is left in the store is no object, and the store drops it some day.
    if (isFlytekitError(error)) throw error;
  }
}
