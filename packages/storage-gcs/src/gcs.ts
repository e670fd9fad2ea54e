import { objectStorage, type Storage } from "@flytekit-ts/core/storage";

import { type GcsOptions, settingsOf } from "./settings/gcs-settings.js";
import { GcsStore } from "./store/gcs-store.js";

/**
 * Google Cloud Storage as storage, for URIs such as `gs://bucket/key`.
 *
 * Without options, all comes from the environment: the application default credentials, or none where there are none,
 * and `STORAGE_EMULATOR_HOST`. Google's library is loaded when the first token is needed.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 * @example
 *   const result = await runLocal(train, inputs, { storage: gcs() });
 */
export function gcs(options: GcsOptions = {}): Storage {
  const settings = settingsOf(options);
  return objectStorage(new GcsStore(settings), settings.patience);
}
