import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { IDL_VERSION } from "./idl-version.js";

it("IDL_VERSION is the version of the installed IDL", () => {
  const manifest = new URL("../node_modules/@flyteorg/flyteidl/package.json", import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, "utf8"));
  expect(IDL_VERSION).toBe(version);
});
