import * as errors from "../errors.js";
import { textOf } from "../errors/text-of.js";
import type { Storage } from "../storage/storage.js";
import { systemCode } from "../storage/system-words.js";

/** What `lazyStorage` needs to know of a storage before it is loaded. */
export interface LazyStorageOptions {
  readonly schemes: readonly string[];
  /** The package that has the storage, as one installs it. */
  readonly packageName: string;
  /** Imports the package, and makes the storage. */
  load(): Promise<Storage>;
}

/**
 * A storage whose package is imported when a URI of its schemes is first used.
 *
 * SDKs of object stores take a tenth of a second and more to load, and a package that nobody uses need not be installed.
 *
 * @throws `STORAGE_NOT_INSTALLED` when it is used and the package is not there, `STORAGE_FAILED` if it cannot be loaded
 */
export function lazyStorage({ schemes, packageName, load }: LazyStorageOptions): Storage {
  let loading: Promise<Storage> | undefined;
  const loaded = async (uri: string, action: string): Promise<Storage> => {
    try {
      return await (loading ??= load());
    } catch (cause) {
      loading = undefined;
      if (isMissing(cause, packageName)) throw errors.STORAGE_NOT_INSTALLED({ uri, packageName }, { cause });
      const problem = `${packageName} could not be loaded: ${textOf(cause)}`;
      throw errors.STORAGE_FAILED({ uri, action, problem }, { cause });
    }
  };
  return Object.freeze<Storage>({
    schemes,
    async *read(uri, options) {
      yield* (await loaded(uri, "Reading")).read(uri, options);
    },
    write: async (uri, source, options) => (await loaded(uri, "Writing")).write(uri, source, options),
    stat: async (uri, options) => (await loaded(uri, "Finding")).stat(uri, options),
    async *list(prefix, options) {
      yield* (await loaded(prefix, "Listing")).list(prefix, options);
    },
    delete: async (uri, options) => (await loaded(uri, "Deleting")).delete(uri, options),
  });
}

// A module that is not found may be one that the package itself imports: then it is there, and broken.
function isMissing(error: unknown, packageName: string): boolean {
  const isNotFound = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(systemCode(error));
  return isNotFound && textOf(error).includes(`'${packageName}'`);
}
