import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { systemKeyring } from "./system-keyring.js";

it("is there where its package is installed", async () => {
  expect(await systemKeyring()).toBeDefined();
});

it("is loaded in a way that bundlers do not follow", () => {
  const text = readFileSync(new URL("system-keyring.ts", import.meta.url), "utf8");
  expect(text).not.toMatch(/(?<!typeof )import\("|^import [^;]*@napi-rs|require\(/m);
});
