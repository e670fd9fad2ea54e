import * as errors from "../errors.js";
import { httpStorage } from "./http/http-storage.js";
import { localDisk } from "../storage/local-disk.js";
import { schemeOf } from "../storage/local-path.js";
import type { Storage } from "../storage/storage.js";

const builtIn: readonly Storage[] = [localDisk, httpStorage()];

/**
 * The storage for a URI: the first whose `schemes` have that of the URI. The local disk and what reads http(s) need not
 * be among them.
 *
 * @throws `STORAGE_SCHEME_UNKNOWN`
 */
export function storageFor(uri: string, storages: readonly Storage[]): Storage {
  const scheme = schemeOf(uri);
  const found = [...storages, ...builtIn].find(({ schemes }) => schemes.includes(scheme));
  if (found !== undefined) return found;
  const known = [...new Set([...storages, ...builtIn].flatMap(({ schemes }) => schemes))];
  throw errors.STORAGE_SCHEME_UNKNOWN({ uri, scheme, known: known.map((each) => `${each}://`) });
}

/** Several storages as one, which finds the one for a URI by its scheme. Those of `storageFor` need not be among them. */
export function joinStorages(storages: readonly Storage[]): Storage {
  const of = (uri: string): Storage => storageFor(uri, storages);
  return Object.freeze<Storage>({
    schemes: [...new Set([...storages, ...builtIn].flatMap(({ schemes }) => schemes))],
    read: (uri, options) => of(uri).read(uri, options),
    write: async (uri, source, options) => of(uri).write(uri, source, options),
    stat: async (uri, options) => of(uri).stat(uri, options),
    list: (prefix, options) => of(prefix).list(prefix, options),
    delete: async (uri, options) => of(uri).delete(uri, options),
  });
}
