import { joinStorages, type Storage } from "@flytekit-ts/core/storage";

import { containerStorages } from "./container-storages.js";

/** The storages of a container as one. @throws `STORAGE_SCHEME_UNKNOWN` when it is used with another scheme */
export function containerStorage(env: Readonly<Record<string, string | undefined>>): Storage {
  return joinStorages(containerStorages(env));
}
