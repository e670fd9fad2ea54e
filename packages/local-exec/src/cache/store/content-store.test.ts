import { chmod, mkdtemp, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ContentStore } from "./content-store.js";
import { digestOf } from "../disk/digest-of.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a content store", () => {
  let store: ContentStore;
  beforeEach(async () => {
    store = new ContentStore(join(await mkdtemp(join(tmpdir(), "content-")), "made", "later"));
  });

  it("gives the bytes of a digest", async () => {
    const digest = await store.put(bytes("one"));
    expect(digest).toBe(digestOf("one"));
    expect(await store.get(digest)).toEqual(Buffer.from("one"));
    expect(await store.get(digestOf("other"))).toBeUndefined();
  });

  it("keeps equal bytes once, also if they are put at the same time, and leaves nothing else", async () => {
    const digests = await Promise.all(Array.from({ length: 20 }, (_, i) => store.put(bytes(String(i % 2)))));
    expect(new Set(digests).size).toBe(2);
    const files = (await readdir(store.folder, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    expect(files).toHaveLength(2);
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ["cut", (path) => truncate(path, 2)],
    ["changed", (path) => writeFile(path, "six")],
    ["emptied", (path) => writeFile(path, "")],
  ])(
    "takes content that was %s for content that is not there, and can be given it again",
    async (_, damage) => {
      const digest = await store.put(bytes("one"));
      await damage(store.pathOf(digest));
      expect(await store.get(digest)).toBeUndefined();
      await store.put(bytes("one"));
      expect(await store.get(digest)).toEqual(Buffer.from("one"));
    },
  );

  it("writes content of another length anew, though it was not read in between", async () => {
    const digest = await store.put(bytes("one"));
    await truncate(store.pathOf(digest), 1);
    await store.put(bytes("one"));
    expect(await readFile(store.pathOf(digest), "utf8")).toBe("one");
  });

  it("writes what only this user can read, also flushed", async () => {
    const digest = await store.put(bytes("secret"), { flush: true });
    expect((await stat(store.pathOf(digest))).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(store.pathOf(digest)))).mode & 0o777).toBe(0o700);
  });

  it("rejects where it cannot write", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "content-")), "file");
    await writeFile(file, "");
    await chmod(file, 0o600);
    await expect(new ContentStore(file).put(bytes("one"))).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ });
  });
});
