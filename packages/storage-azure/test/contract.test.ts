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
    fill: async (uris) => {
      const storage = azure({
        account: server.account,
        accountKey: server.accountKey,
        endpoint: server.endpoint,
      });
      for (let at = 0; at < uris.length; at += 100)
        await Promise.all(uris.slice(at, at + 100).map(async (uri) => storage.write(uri, new Uint8Array())));
    },
    prefix: () => `abfs://files@${server.account}.dfs.core.windows.net/contract`,
    // Azure takes it for a slash, so it is refused.
    impossibleKeys: ["back\\slash"],
    contentTypeOf: async (uri) => {
      const key = uri.replace(/^abfs:\/\/[^/]*\//, "");
      return (await service.getContainerClient("files").getBlobClient(key).getProperties()).contentType;
    },
  });
});
