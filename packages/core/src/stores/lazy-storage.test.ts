import { describe, expect, it } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { localDisk } from "../storage/local-disk.js";
import { lazyStorage } from "./lazy-storage.js";
import { joinStorages } from "./storage-for.js";

const absentName: string = "@example/absent";

async function drained(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("lazyStorage", () => {
  it("loads once, when a URI of its scheme is used", async () => {
    let loads = 0;
    const asked: string[] = [];
    const storage = lazyStorage({
      schemes: ["mem"],
      packageName: "@example/mem",
      load: async () => {
        loads += 1;
        return {
          ...localDisk,
          schemes: ["mem"],
          async *read(uri) {
            asked.push(`read ${uri}`);
            yield new Uint8Array([1]);
          },
          stat: async (uri) => ({ uri, size: 1 }),
          async *list(prefix) {
            yield { uri: `${prefix}/x`, size: 1 };
          },
          write: async (uri) => void asked.push(`write ${uri}`),
          delete: async (uri) => void asked.push(`delete ${uri}`),
        };
      },
    });
    const all = joinStorages([storage]);
    expect(await all.stat("/absent")).toBeUndefined();
    expect(loads).toBe(0);
    await Promise.all([all.write("mem://b/x", new Uint8Array()), all.delete("mem://b/y")]);
    expect(await drained(all.read("mem://b/x"))).toEqual([new Uint8Array([1])]);
    expect(await drained(all.list("mem://b"))).toEqual([{ uri: "mem://b/x", size: 1 }]);
    expect(await all.stat("mem://b/x")).toEqual({ uri: "mem://b/x", size: 1 });
    expect([loads, asked]).toEqual([1, ["write mem://b/x", "delete mem://b/y", "read mem://b/x"]]);
  });

  it("names a package that is not installed, and tells it from one that is broken", async () => {
    const missing = (packageName: string, load: () => Promise<never>) =>
      lazyStorage({ schemes: ["mem"], packageName, load });
    const absent = missing("@example/absent", async () => (await import(absentName)) as never);
    for (const act of [
      () => absent.stat("mem://b/x"),
      () => drained(absent.read("mem://b/x")),
      () => drained(absent.list("mem://b/x")),
    ])
      expect(await rejection(act())).toMatchObject({
        code: "STORAGE_NOT_INSTALLED",
        text: "mem://b/x needs the package @example/absent, which is not installed.",
      });
    const broken = missing("@example/present", async () => (await import(absentName)) as never);
    const { code, text } = await rejection(broken.stat("mem://b/x"));
    expect([code, text]).toEqual([
      "STORAGE_FAILED",
      expect.stringContaining("@example/present could not be loaded"),
    ]);
  });
});
