import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { printedBy, promisedBy, writeFences } from "./fences.js";

/** @param {string} root */
export function proveReadme(root) {
  /** @type {import("./fences.js").Fences} */
  let written;

  beforeAll(async () => {
    written = await writeFences([join(root, "README.md")], root);
  });

  afterAll(() => written.remove());

  describe("the code in the README", () => {
    it("compiles", async () => {
      expect(await written.typeCheck()).toEqual([]);
    });

    it("runs, and prints what it says", async () => {
      expect(written.fences.length).toBeGreaterThan(0);
      for (const { file, code } of written.fences) {
        expect(await printedBy(() => import(/* @vite-ignore */ file))).toEqual(promisedBy(code));
      }
    });
  });
}
