import { describe, expect, it } from "vitest";

import { settingsOf } from "../settings/azure-settings.js";
import { azurePlace } from "../place/azure-place.js";
import { Clients } from "./clients.js";

const key = Buffer.from("key").toString("base64");

describe("Clients", () => {
  const clientOf = async (uri: string, options: Parameters<typeof settingsOf>[0]) =>
    new Clients(settingsOf(options, {})).container(azurePlace(uri, "Reading"));
  const signs = async (uri: string, options: Parameters<typeof settingsOf>[0]) => {
    const { url, credential } = await clientOf(uri, options);
    return `${credential.constructor.name} ${url}`;
  };

  it.each([
    [
      "abfs://files/a",
      { account: "own", accountKey: key },
      "StorageSharedKeyCredential https://own.blob.core.windows.net/files",
    ],
    [
      "abfs://files@own.dfs.core.windows.net/a",
      { account: "own", accountKey: key },
      "StorageSharedKeyCredential https://own.blob.core.windows.net/files",
    ],
    [
      "abfs://files/a",
      { account: "own", sasToken: "?sv=1&sig=x" },
      "AnonymousCredential https://own.blob.core.windows.net/files?sv=1&sig=x",
    ],
    [
      "abfs://files/a",
      { account: "own", endpoint: "http://127.0.0.1:10000/own", accountKey: key },
      "StorageSharedKeyCredential http://127.0.0.1:10000/own/files",
    ],
    [
      "abfs://files/a",
      { connectionString: "UseDevelopmentStorage=true" },
      "StorageSharedKeyCredential http://127.0.0.1:10000/devstoreaccount1/files",
    ],
    [
      "abfs://files/a",
      { account: "own", credentials: "anonymous" },
      "AnonymousCredential https://own.blob.core.windows.net/files",
    ],
    ["abfs://files/a", { account: "own" }, "DefaultAzureCredential https://own.blob.core.windows.net/files"],
    [
      "abfs://files/a",
      {
        account: "own",
        servicePrincipal: {
          tenantId: "00000000-0000-0000-0000-000000000000",
          clientId: "c",
          clientSecret: "s",
        },
      },
      "ClientSecretCredential https://own.blob.core.windows.net/files",
    ],
  ] as const)("%s with %j", async (uri, options, signed) => {
    expect(await signs(uri, options)).toBe(signed);
  });

  it("sends keys and signatures to no account but their own", async () => {
    const foreign = "abfs://files@other.dfs.core.windows.net/a";
    const url = "https://other.blob.core.windows.net/files";
    const secrets = [{ accountKey: key }, { sasToken: "sv=1&sig=x" }, { endpoint: "http://127.0.0.1:1/own" }];
    for (const secret of secrets) {
      const signed = await signs(foreign, { account: "own", credentials: "anonymous", ...secret });
      expect(signed).toBe(`AnonymousCredential ${url}`);
    }
    const connectionString = `AccountName=own;AccountKey=${key};DefaultEndpointsProtocol=https`;
    expect(await signs(foreign, { connectionString, credentials: "anonymous" })).toBe(
      `AnonymousCredential ${url}`,
    );
  });

  it("asks the author's function for tokens", async () => {
    const { credential } = await clientOf("abfs://files/a", { account: "own", credentials: () => "token" });
    const token = "getToken" in credential ? await credential.getToken("scope") : null;
    expect(token).toMatchObject({ token: "token" });
  });

  it("says that nothing names an account", async () => {
    await expect(clientOf("abfs://files/a", {})).rejects.toThrow(
      /STORAGE_FAILED.*abfs:\/\/files\/ failed: neither it nor the environment names an account/,
    );
  });
});
