import type { ClusterAccess } from "../src/values/cluster-access.js";
import type { Transfers, Upload } from "../src/values/transfers/transfers.js";
import { type Asked, fakeConnection, type FakeParts } from "./fake-connection.js";
import { fakeTiming } from "./fake-timing.js";

/** What was uploaded, by its URI. */
export type Uploaded = Map<string, Upload>;

/** A store of a cluster in memory. */
export function fakeTransfers(): { readonly transfers: Transfers; readonly uploaded: Uploaded } {
  const uploaded: Uploaded = new Map();
  const folder = ({ project, domain, root }: Pick<Upload, "project" | "domain" | "root">): string =>
    `s3://bucket/${project}/${domain}/${root}`;
  const transfers: Transfers = {
    placeOf: async (place) => folder(place),
    upload: async (object) => {
      uploaded.set(`${folder(object)}/${object.name}`, object);
    },
    stat: async (uri) => (uploaded.has(uri) ? { uri, size: 1 } : undefined),
    async *read(uri) {
      const content = uploaded.get(uri)?.content;
      if (content === undefined || !("bytes" in content)) throw new Error(`nothing is at ${uri}`);
      yield content.bytes;
    },
  };
  return { transfers, uploaded };
}

/** A cluster without a cluster: what it answers, what it was asked, what was uploaded, and how long it was waited for. */
export function fakeAccess(parts: FakeParts = {}): {
  readonly access: ClusterAccess;
  readonly asked: readonly Asked[];
  readonly uploaded: Uploaded;
  readonly pauses: readonly number[];
} {
  const { connection, asked } = fakeConnection(parts);
  const { transfers, uploaded } = fakeTransfers();
  const timing = fakeTiming();
  return { access: { connection, storages: [], transfers, timing }, asked, uploaded, pauses: timing.pauses };
}
