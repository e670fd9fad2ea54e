import { objectStorage, type Storage } from "@flytekit-ts/core/storage";

import type { S3Options } from "./settings/s3-options.js";
import { settingsOf } from "./settings/s3-settings.js";
import { S3Store } from "./store/s3-store.js";

/**
 * S3, and stores that speak its protocol, as storage, for URIs such as `s3://bucket/key`.
 *
 * Without options, all comes from the environment: the `FLYTE_AWS_` variables that Flyte sets, and what AWS's SDK finds by
 * itself. The SDK is loaded when a URI is first used.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 * @example
 *   const result = await runLocal(train, inputs, { storage: s3() });
 */
export function s3(options: S3Options = {}): Storage {
  const settings = settingsOf(options, process.env);
  return objectStorage(new S3Store(settings), settings.patience);
}
