import { coreErrors } from "@flytekit-ts/core/errors";
import type { BlobServiceClient, ContainerClient, StoragePipelineOptions } from "@azure/storage-blob";

import type { AzureSettings } from "../settings/azure-settings.js";
import type { AzurePlace } from "../place/azure-place.js";
import { tokenCredential } from "./token-credential.js";

// Attempts are those of core, which also knows how far a read is.
const PIPELINE: StoragePipelineOptions = { retryOptions: { maxTries: 1 } };

/** Clients of containers, one for each account. Azure's library is loaded with the first. */
export class Clients {
  private readonly settings: AzureSettings;
  private readonly services = new Map<string, Promise<BlobServiceClient>>();

  constructor(settings: AzureSettings) {
    this.settings = settings;
  }

  async container(place: AzurePlace): Promise<ContainerClient> {
    const id = `${place.account ?? ""} ${place.host ?? ""}`;
    const service = this.services.get(id) ?? this.service(place);
    this.services.set(id, service);
    try {
      return (await service).getContainerClient(place.container);
    } catch (error) {
      // The next attempt makes it again.
      this.services.delete(id);
      throw error;
    }
  }

  /** Reads, and once more without credentials if those are refused, or if there are none: public blobs are for all. */
  async reading<T>(place: AzurePlace, read: (container: ContainerClient) => Promise<T>): Promise<T> {
    const container = await this.container(place);
    try {
      return await read(container);
    } catch (error) {
      if (this.settings.credentials === "anonymous" || !isRefused(error)) throw error;
      const { ContainerClient } = await import("@azure/storage-blob");
      const address = new URL(container.url);
      // A signature in the query is a credential, too.
      address.search = "";
      try {
        return await read(new ContainerClient(address.href, undefined, PIPELINE));
      } catch {
        // It is not public, so what counts is why the credentials were refused.
        throw error;
      }
    }
  }

  private async service({ root, account: named, host }: AzurePlace): Promise<BlobServiceClient> {
    const { connectionString, connectedAccount, endpoint } = this.settings;
    const own = this.settings.account ?? connectedAccount;
    const account = named ?? own;
    if (account === undefined) throw accountMissing(root);
    const { BlobServiceClient } = await import("@azure/storage-blob");
    if (connectionString !== undefined && account === connectedAccount)
      return BlobServiceClient.fromConnectionString(connectionString, PIPELINE);
    const isOwn = account === own;
    const address =
      isOwn && endpoint !== undefined ? endpoint : `https://${host ?? `${account}.blob.core.windows.net`}`;
    return this.signed(address, isOwn ? account : undefined);
  }

  /** A client that signs; with key and signature of the own account only for that. */
  private async signed(address: string, own: string | undefined): Promise<BlobServiceClient> {
    const { BlobServiceClient, StorageSharedKeyCredential } = await import("@azure/storage-blob");
    const { accountKey, sasToken, credentials, servicePrincipal } = this.settings;
    if (own !== undefined && accountKey !== undefined)
      return new BlobServiceClient(address, new StorageSharedKeyCredential(own, accountKey), PIPELINE);
    if (own !== undefined && sasToken !== undefined)
      return new BlobServiceClient(`${address}?${sasToken.replace(/^\?/, "")}`, undefined, PIPELINE);
    if (credentials === "anonymous") return new BlobServiceClient(address, undefined, PIPELINE);
    return new BlobServiceClient(address, await tokenCredential(servicePrincipal, credentials), PIPELINE);
  }
}

function isRefused(error: unknown): boolean {
  const [status, name] = ["statusCode", "name"].map((key): unknown => Reflect.get(Object(error), key));
  return (
    status === 401 ||
    status === 403 ||
    name === "CredentialUnavailableError" ||
    name === "AggregateAuthenticationError"
  );
}

function accountMissing(root: string): Error {
  return coreErrors.STORAGE_FAILED({
    uri: root,
    action: "Reaching",
    problem: "neither it nor the environment names an account",
    advice:
      "Set FLYTE_AZURE_STORAGE_ACCOUNT_NAME, or write abfs://container@account.dfs.core.windows.net/path.",
  });
}
