import { describe, expect, it } from "vitest";

import { azure } from "../azure.js";
import { type AzureOptions, settingsOf } from "./azure-settings.js";
import { accountOf } from "./connection-account.js";

describe("settingsOf", () => {
  it("finds the credentials of the machine where nothing is said", () => {
    expect(settingsOf({}, {})).toMatchObject({ credentials: "default" });
    expect(settingsOf({}, {}).account).toBeUndefined();
    expect(settingsOf({}, { AZURE_STORAGE_ACCOUNT_NAME: "" }).account).toBeUndefined();
  });

  it("takes the variables that flytekit reads, and options before them", () => {
    const environment = {
      FLYTE_AZURE_STORAGE_ACCOUNT_NAME: "acc",
      FLYTE_AZURE_STORAGE_ACCOUNT_KEY: "a2V5",
      FLYTE_AZURE_TENANT_ID: "t",
      FLYTE_AZURE_CLIENT_ID: "c",
      FLYTE_AZURE_CLIENT_SECRET: "s",
      AZURE_STORAGE_ACCOUNT_NAME: "other",
    };
    expect(settingsOf({ accountKey: "b3duIg==" }, environment)).toMatchObject({
      account: "acc",
      accountKey: "b3duIg==",
      servicePrincipal: { tenantId: "t", clientId: "c", clientSecret: "s" },
    });
  });

  it.each([
    [{ account: "" }, {}, "The option `account` of azure() takes a text that is not empty"],
    [{ accountKey: 5 }, {}, "The option `accountKey` of azure() takes a text"],
    [{ endpoint: "acc" }, {}, "The option `endpoint` of azure() takes an address"],
    [{ endpoint: "https://a/?sig=x" }, {}, "The option `endpoint` of azure() takes an address"],
    [{ credentials: "key" }, {}, "The option `credentials` of azure() takes"],
    [{ connectionString: "nonsense" }, {}, "a connection string that names an account"],
    [{ stallAfter: 0 }, {}, "The option `stallAfter` of azure() takes a whole number from 1"],
    [{ key: "k" }, {}, "There is no option `key` for azure()"],
    [{}, { FLYTE_AZURE_TENANT_ID: "t" }, "Set FLYTE_AZURE_TENANT_ID, FLYTE_AZURE_CLIENT_ID and"],
    [{ servicePrincipal: { tenantId: "t" } }, {}, "all three"],
  ])("refuses %j in %j", (options, environment, words) => {
    expect(() => settingsOf(options as unknown as AzureOptions, environment)).toThrow(words);
  });

  it("reads the environment that it is given", () => {
    expect(settingsOf({ env: { AZURE_STORAGE_ACCOUNT_NAME: "acc" } }).account).toBe("acc");
  });

  it("shows no key", () => {
    const secret = "AccountKey=c2VjcmV0";
    expect(() => azure({ connectionString: secret })).toThrow(expect.not.stringContaining("c2VjcmV0"));
  });
});

describe("accountOf", () => {
  it.each([
    ["DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=a==;EndpointSuffix=core.windows.net", "acc"],
    ["UseDevelopmentStorage=true", "devstoreaccount1"],
    ["BlobEndpoint=https://acc.blob.core.windows.net/;SharedAccessSignature=sv=1&sig=x", "acc"],
    ["BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;SharedAccessSignature=sv=1", "devstoreaccount1"],
    ["BlobEndpoint=nonsense", undefined],
    ["", undefined],
  ])("of %s is %s", (text, account) => {
    expect(accountOf(text)).toBe(account);
  });
});
