import { describe, expect, it } from "vitest";

import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { publishedPackages, readWorkspace } from "../repo/workspace.js";
import { type Addresses, checkAddresses, findOtherAddresses } from "./check-addresses.js";

const root = JSON.parse(readText(repoRoot, "package.json")) as Addresses;
const packages = publishedPackages(readWorkspace(repoRoot));
const core = packages.find(({ dir }) => dir === "packages/core")?.manifest as Addresses;

describe("this repository", () => {
  it("is named by every published package", () => {
    expect(packages.length).toBeGreaterThan(3);
    expect(packages.flatMap(({ dir, manifest }) => checkAddresses(dir, manifest as Addresses, root))).toEqual(
      [],
    );
  });

  it("has one address in all pages", () => {
    const pages = listFiles(repoRoot).filter((file) => file.endsWith(".md"));
    expect(pages.flatMap((file) => findOtherAddresses(file, readText(repoRoot, file), root))).toEqual([]);
  });
});

describe("checkAddresses", () => {
  it.each<[string, Addresses]>([
    ["does not say its folder of the repository", { repository: undefined }],
    ["does not say its folder of the repository", { repository: root.repository }],
    ["does not say its page", { homepage: "https://example.com" }],
    ["does not say where to report", { bugs: undefined }],
    ["has no keywords", { keywords: [] }],
    ["does not ship its CHANGELOG.md", { files: ["dist", "src"] }],
    ["does not need Node ^20.19.0 || >=22.12.0", { engines: { node: ">=20.19" } }],
  ])("refuses a package that %s", (problem, wrong) => {
    expect(checkAddresses("packages/core", { ...core, ...wrong }, root)).toEqual([
      `packages/core ${problem}.`,
    ]);
  });

  it("refuses a root without an address", () => {
    expect(checkAddresses("packages/core", core, {})).toEqual([
      "package.json does not say the address of the repository.",
    ]);
  });
});

describe("findOtherAddresses", () => {
  it("refuses an address of its own", () => {
    const text = "See https://github.com/somebody/flytekit-ts/issues.";
    expect(findOtherAddresses("README.md", text, root)).toEqual([
      "README.md gives another address: https://github.com/somebody/flytekit-ts",
    ]);
  });
});
