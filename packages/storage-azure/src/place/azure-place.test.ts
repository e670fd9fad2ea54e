import { describe, expect, it } from "vitest";

import { azurePlace } from "./azure-place.js";

const BLOB = "acc.blob.core.windows.net";

describe("azurePlace", () => {
  it.each([
    ["abfs://files/a/b.csv", "files", "a/b.csv", undefined, undefined],
    ["abfs://files", "files", "", undefined, undefined],
    ["abfs://$web/a%20b#c?d+e//f", "$web", "a%20b#c?d+e//f", undefined, undefined],
    ["abfss://files@acc.dfs.core.windows.net/a", "files", "a", "acc", BLOB],
    ["abfs://files@acc.blob.core.windows.net/a@b", "files", "a@b", "acc", BLOB],
    ["abfs://files@acc/a", "files", "a", "acc", undefined],
    ["abfs://files@acc.z01.dfs.storage.azure.net/a", "files", "a", "acc", "acc.z01.blob.storage.azure.net"],
    ["ABFS://files@acc.dfs.core.chinacloudapi.cn/", "files", "", "acc", "acc.blob.core.chinacloudapi.cn"],
  ])("of %s", (uri, container, key, account, host) => {
    const place = azurePlace(uri, "Reading");
    expect(place).toMatchObject({ container, key, account, host });
    expect(`${place.root}${key}`).toBe(uri === "abfs://files" ? `${uri}/` : uri);
  });

  it.each([
    ["abfs:///a", "it names no container"],
    ["abfs://Files/a", "it names no container"],
    ["abfs://a/b", "it names no container"],
    ["abfs://a--b/c", "it names no container"],
    ["s3://files/a", "it names no container"],
    ["abfs://files@evil.example.org/a", "no account of Azure"],
    ["abfs://files@acc.dfs.core.windows.net.evil.org/a", "no account of Azure"],
    ["abfs://files@acc.dfs.core.windows.net:8080/a", "no account of Azure"],
    ["abfs://files@/a", "no account of Azure"],
    ["abfs://files/a\\b", "a backslash, which Azure takes for a slash"],
    ["abfs://files/\ud800", "half of a surrogate pair"],
  ])("refuses %j", (uri, words) => {
    expect(() => azurePlace(uri, "Reading")).toThrow(words);
  });
});
