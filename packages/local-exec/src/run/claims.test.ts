import { mkdirSync, mkdtempSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { Claims } from "./claims.js";

let folder = "";
let claims = new Claims();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-"));
  claims = new Claims();
});
const put = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const changed = { code: "FILE_CHANGED" };

describe("Claims", () => {
  it("takes a file as often as it is the same", async () => {
    const path = put("x", "one");
    for (let i = 0; i < 3; i += 1) await claims.claim(path);
    await wait(30);
    await expect(claims.claim(path)).resolves.toBeUndefined();
    const roundabout = `${folder}/../${folder.split("/").at(-1)}/x`;
    await expect(claims.claim(roundabout)).resolves.toBeUndefined();
  });

  it.each(["two", "three"])("refuses one that was written again at once: %s", async (text) => {
    for (let i = 0; i < 20; i += 1) {
      const path = put(`x${i}`, "one");
      await claims.claim(path);
      put(`x${i}`, text);
      expect(await failureOf(claims.claim(path))).toMatchObject(changed);
    }
  });

  it("refuses another file of the same size and time", async () => {
    const path = put("x", "one");
    const time = new Date(2020, 1, 1);
    utimesSync(path, time, time);
    await claims.claim(path);
    utimesSync(put("y", "two"), time, time);
    renameSync(join(folder, "y"), path);
    expect(await failureOf(claims.claim(path))).toMatchObject(changed);
  });

  it("refuses a large file that was written again", async () => {
    const path = put("x", new Uint8Array(2 * 1024 * 1024));
    await claims.claim(path);
    put("x", new Uint8Array(2 * 1024 * 1024).fill(1));
    expect(await failureOf(claims.claim(path))).toMatchObject(changed);
  });

  it("refuses a directory in which a file is new, gone or another", async () => {
    for (const change of [
      (path: string) => writeFileSync(join(path, "a"), "two"),
      (path: string) => writeFileSync(join(path, "b"), "new"),
      (path: string) => renameSync(join(path, "a"), join(path, "c")),
    ]) {
      const path = mkdtempSync(join(folder, "d"));
      mkdirSync(join(path, "e"));
      writeFileSync(join(path, "a"), "one");
      await claims.claim(path);
      await claims.claim(path);
      change(path);
      expect(await failureOf(claims.claim(path))).toMatchObject(changed);
    }
  });

  it("refuses all that come later", async () => {
    const path = put("x", "one");
    await claims.claim(path);
    put("x", "two");
    const both = await Promise.allSettled([claims.claim(path), claims.claim(path)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
