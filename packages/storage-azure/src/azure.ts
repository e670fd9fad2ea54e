import { objectStorage, type Storage } from "@flytekit-ts/core/storage";

import { type AzureOptions, settingsOf } from "./settings/azure-settings.js";
import { AzureStore } from "./store/azure-store.js";

/**
 * Azure Blob Storage as storage, for URIs such as `abfs://container@account.dfs.core.windows.net/path` and
 * `abfs://container/path`.
 *
 * Without options, all comes from the environment: the variables that flytekit reads, a connection string, or the default
 * credentials of Azure. Azure's libraries are loaded when the first request needs them.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 * @example
 *   const result = await runLocal(train, inputs, { storage: azure({ account: "models" }) });
 */
export function azure(options: AzureOptions = {}): Storage {
  const settings = settingsOf(options);
  return objectStorage(new AzureStore(settings), settings.patience);
}
