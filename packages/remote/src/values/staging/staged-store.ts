import { createHash, randomBytes } from "node:crypto";
import { byCodePoint } from "@flytekit-ts/core/graph";
import { localStore, type Storage, type ValueStore } from "@flytekit-ts/core/storage";
import type * as idl from "@flytekit-ts/models/core";
import { assertFileName } from "../../transfer/assert-file-name.js";
import { inParallel } from "../../transfer/in-parallel.js";
import type { UploadContent } from "../transfers/transfers.js";
import type { Staging } from "./staging.js";
import { fillPlaces } from "./fill-places.js";
import { newSpool, type Spooled } from "./spool.js";

/** A store whose objects are uploaded when all values are made. */
export interface StagedStore {
  readonly store: ValueStore;
  /** Uploads what the values hold, and gives their literals with the URIs that it has then. */
  upload(literals: ReadonlyMap<string, idl.Literal>): Promise<ReadonlyMap<string, idl.Literal>>;
  /** Deletes what is kept on this machine. */
  clear(): Promise<void>;
}

interface Folder {
  readonly files: Map<string, Spooled>;
}

/**
 * A store for inputs of executions.
 *
 * The folder of an upload has the digest of what is in it as its name, so that giving the same inputs again gives the same
 * literals: only then can a start that is repeated be told from another one. The digest is known when all is read. Until then
 * a folder has a random name of the same length, which is replaced in the literals.
 */
export async function stagedStore(staging: Staging): Promise<StagedStore> {
  const { transfers, project, domain, signal } = staging;
  const sample = newName();
  const place = await transfers.placeOf({ project, domain, root: sample }, { signal });
  const prefix = place.slice(0, place.length - sample.length);
  const folders = new Map<string, Folder>();
  const spool = newSpool();
  const local = localStore({ signal });
  const storage: Storage = {
    ...local.storage,
    async write(uri, source, options = {}) {
      const [name = "", ...rest] = uri.slice(prefix.length).split("/");
      const folder = folders.get(name);
      if (!uri.startsWith(prefix) || folder === undefined) return local.storage.write(uri, source, options);
      folder.files.set(
        assertFileName(rest.join("/"), "the upload of a directory", "Rename the file."),
        await spool.keep(source, options.signal ?? signal),
      );
    },
  };
  return {
    store: {
      ...local,
      storage,
      signal,
      newUri(name) {
        const folder = newName();
        folders.set(folder, { files: new Map() });
        return `${prefix}${folder}/${plainName(name)}`;
      },
    },
    async upload(literals) {
      const names = new Map([...folders].map(([name, { files }]) => [name, digestOf(files)]));
      const objects = [...folders].flatMap(([folder, { files }]) =>
        [...files].map(([name, { content }]) => object(names.get(folder) ?? "", name, content)),
      );
      await inParallel(objects, AT_ONCE, async (each) => transfers.upload(each, { signal }));
      return fillPlaces(literals, names);
    },
    clear: async () => spool.clear(),
  };
  function object(root: string, name: string, content: UploadContent) {
    return { project, domain, root, name, content };
  }
}

// Enough to hide the time that links take, and few enough for a server that signs each of them.
const AT_ONCE = 4;

// As long as an MD5 in hexadecimal.
const newName = (): string => randomBytes(16).toString("hex");

function digestOf(files: Folder["files"]): string {
  const hash = createHash("md5");
  for (const name of [...files.keys()].toSorted(byCodePoint)) {
    hash.update(`${files.get(name)?.md5 ?? ""} ${name}\n`);
  }
  return hash.digest("hex");
}

// The name of a single file is ours to choose. flyteadmin puts names into URLs without escaping what has a meaning there.
function plainName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._~-]/g, "_");
}
