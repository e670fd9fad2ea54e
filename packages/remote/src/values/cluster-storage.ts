import { coreErrors } from "@flytekit-ts/core/errors";
import { schemeOf, type Storage, storageFor, type StoredObject, uriWords } from "@flytekit-ts/core/storage";
import type { ClusterAccess } from "./cluster-access.js";

const OWN: ReadonlySet<string> = new Set(["file", "http", "https"]);
const ADVICE =
  "Give the client a storage for it: `connect({ storage: [s3()] })`, with `s3` of `@flytekit-ts/storage-s3`.";

/**
 * What a cluster keeps, as one storage: the author's own storage of the URI's scheme, or else links that the cluster signs,
 * with which objects can be read and nothing else.
 */
export function clusterStorage(access: Pick<ClusterAccess, "storages" | "transfers">): Storage {
  const { storages, transfers } = access;
  const own = (uri: string): Storage | undefined => {
    const scheme = schemeOf(uri);
    const isKnown = OWN.has(scheme) || storages.some(({ schemes }) => schemes.includes(scheme));
    return isKnown ? storageFor(uri, storages) : undefined;
  };
  const needed = (uri: string, action: string): Storage => {
    const storage = own(uri);
    if (storage !== undefined) return storage;
    const problem = "the links that a cluster signs are for reading one object";
    throw coreErrors.STORAGE_FAILED({ uri: uriWords(uri), action, problem, advice: ADVICE });
  };
  return {
    schemes: [...new Set(storages.flatMap(({ schemes }) => schemes))],
    read: (uri, options) => (own(uri) ?? transfers).read(uri, options),
    write: async (uri, source, options) => needed(uri, "Writing").write(uri, source, options),
    stat: async (uri, options) => (own(uri) ?? transfers).stat(uri, options),
    async *list(prefix, options): AsyncIterable<StoredObject> {
      yield* needed(prefix, "Listing").list(prefix, options);
    },
    delete: async (uri, options) => needed(uri, "Deleting").delete(uri, options),
  };
}
