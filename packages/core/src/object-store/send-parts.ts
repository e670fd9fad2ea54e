import type { Doing } from "./deadline.js";
import type { Hasher } from "./hasher.js";
import { doRequest, type PatientStore } from "./object-request.js";
import type { PartUpload } from "./object-store.js";
import type { StreamPart } from "./part-stream.js";

/** An upload in parts that is under way. */
export interface Sending {
  readonly patient: PatientStore;
  readonly doing: Doing;
  readonly upload: PartUpload;
}

/** Sends all parts of an upload, as many at once as the store allows, and finishes it with the last one. */
export async function sendParts(
  sending: Sending,
  first: StreamPart,
  others: AsyncIterator<StreamPart, undefined>,
): Promise<void> {
  const { store } = sending.patient;
  const hasher = store.createHasher();
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  const settle = async (): Promise<void> => {
    await Promise.race(underWay);
    if (faults.length > 0) throw faults[0];
  };
  try {
    let part: StreamPart | undefined = first;
    for (; part !== undefined && !part.isLast; part = (await others.next()).value) {
      hasher.update(part.bytes);
      const sent: Promise<void> = sendPart(sending, part)
        .catch((error: unknown) => void faults.push(error))
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
      while (underWay.size >= store.parallelParts) await settle();
    }
    while (underWay.size > 0) await settle();
    if (faults.length > 0) throw faults[0];
    if (part !== undefined) await finish(sending, part, hasher);
  } finally {
    // Before the upload is cancelled, nothing of it may be under way.
    await Promise.allSettled(underWay);
  }
}

async function sendPart({ patient, doing, upload }: Sending, part: StreamPart): Promise<void> {
  await doRequest(patient, doing, async (options) => upload.part(part, options), part.bytes.length);
}

async function finish({ patient, doing, upload }: Sending, last: StreamPart, hasher: Hasher): Promise<void> {
  hasher.update(last.bytes);
  const digest = hasher.digest();
  await doRequest(patient, doing, async (options) => upload.finish(last, digest, options), last.bytes.length);
}
