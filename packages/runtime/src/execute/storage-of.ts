import { localDisk, type Storage } from "@flytekit-ts/core/storage";

/** The storage for every scheme that a container knows. */
export function storageOf(): Storage {
  return localDisk;
}
