import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { type AzureServer, lacks, LONGEST_START, startAzurite } from "@flytekit-ts/servers";
import { proveStorage } from "@flytekit-ts/servers/testing";
import { afterAll, beforeAll, describe } from "vitest";

import { azure } from "../src/azure.js";

describe.skipIf(lacks("azurite"))("the storage for Azure Blob Storage", () => {
  let server: AzureServer;
  let service: BlobServiceClient;
  beforeAll(async () => {
    server = await startAzurite();
    const credential = new StorageSharedKeyCredential(server.account, server.accountKey);
    service = new BlobServiceClient(server.endpoint, credential);
    await service.getContainerClient("files").create();
  }, LONGEST_START);
  afterAll(async () => server.stop());

  proveStorage({
    storage: () =>
      azure({ account: server.account, accountKey: server.accountKey, endpoint: server.endpoint }),
    prefix: () => `abfs://files@${server.account}.dfs.core.windows.net/contract`,
    // Azure takes it for a slash, so it is refused.
    impossibleKeys: ["back\\slash"],
    contentTypeOf: async (uri) => {
      const key = uri.replace(/^abfs:\/\/[^/]*\//, "");
      return (await service.getContainerClient("files").getBlobClient(key).getProperties()).contentType;
    },
  });
});
