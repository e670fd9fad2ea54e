import { httpStorage, localDisk, type Storage } from "@flytekit-ts/core/storage";
import { packagedStorage, type StoragePackage } from "./packaged-storage.js";

const packages: readonly StoragePackage[] = [
  { schemes: ["s3"], packageName: "@flytekit-ts/storage-s3", factory: "s3" },
  { schemes: ["gs"], packageName: "@flytekit-ts/storage-gcs", factory: "gcs" },
  { schemes: ["abfs", "abfss"], packageName: "@flytekit-ts/storage-azure", factory: "azure" },
];

/**
 * The storages that a container has: the local disk, http(s), and the object stores whose packages are installed. Those
 * are loaded when a URI of their scheme is first used, and take their settings from the environment.
 */
export function containerStorages(env: Readonly<Record<string, string | undefined>>): readonly Storage[] {
  return [localDisk, httpStorage(), ...packages.map((each) => packagedStorage(each, env))];
}
