import { describe, expect, it } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { BUSY, MemoryObjectStore } from "../../test/support/memory-object-store.js";
import { objectStorage } from "./object-storage.js";

const patience = { attempts: 3, firstWait: 0, stallAfter: 50 };
const LARGE = 20 * 1024 * 1024 + 7;

function setUp() {
  const store = new MemoryObjectStore();
  return { store, storage: objectStorage(store, patience) };
}

const PATTERN = Uint8Array.from({ length: 251 }, (_, index) => index);

const bytesOf = (length: number): Uint8Array => new Uint8Array(Buffer.alloc(length, PATTERN));

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const got: Uint8Array[] = [];
  for await (const chunk of chunks) got.push(chunk);
  return Buffer.concat(got);
}

async function refused(work: Promise<unknown>): Promise<string> {
  const { code, text, hint } = await rejection(work);
  return `${code}: ${text} ${hint}`;
}

async function itemsOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("reading", () => {
  it("gives the bytes, or those of a range", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(1000));
    expect(await all(storage.read("mem://b/k"))).toEqual(Buffer.from(bytesOf(1000)));
    expect(await all(storage.read("mem://b/k", { range: { start: 10, end: 20 } }))).toEqual(
      Buffer.from(bytesOf(1000).subarray(10, 20)),
    );
    expect(await all(storage.read("mem://b/k", { range: { start: 990, end: 5000 } }))).toHaveLength(10);
    expect(await all(storage.read("mem://b/k", { range: { start: 2000, end: 5000 } }))).toHaveLength(0);
    expect(await all(storage.read("mem://b/k", { range: { start: 5, end: 5 } }))).toHaveLength(0);
  });

  it("says that there is nothing, also where no byte is asked for", async () => {
    const { storage } = setUp();
    expect(await refused(all(storage.read("mem://b/k")))).toMatch(/^STORAGE_NOT_FOUND: .*mem:\/\/b\/k/);
    const range = { start: 5, end: 5 };
    expect(await refused(all(storage.read("mem://b/k", { range })))).toMatch(/^STORAGE_NOT_FOUND/);
  });

  it.each(["end", "break", "stall"] as const)("goes on where a large object's bytes %s", async (ending) => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(LARGE));
    store.plan("get", { cut: { at: 1_000_000, ending } }, { before: BUSY }, { cut: { at: 500_000, ending } });
    expect((await all(storage.read("mem://b/k"))).equals(bytesOf(LARGE))).toBe(true);
    expect(store.requests).toEqual(["get 0", "get 1000000", "get 1000000", "get 1500000"]);
  });

  it("does not mix two versions", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(LARGE));
    store.plan("get", { cut: { at: 1_000_000, ending: "break" } });
    const reading = (async () => {
      for await (const _ of storage.read("mem://b/k")) {
        if (store.version === 1) store.store("k", bytesOf(LARGE));
      }
    })();
    expect(await refused(reading)).toMatch(
      "STORAGE_FAILED: Reading mem://b/k failed: the connection broke, and meanwhile the object was changed or deleted.",
    );
  });

  it("begins again with a small object that was changed meanwhile", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(1000));
    store.plan(
      "get",
      { cut: { at: 10, ending: "break" } },
      { before: { kind: "changed", problem: "it changed" } },
    );
    expect(await all(storage.read("mem://b/k"))).toEqual(Buffer.from(bytesOf(1000)));
    expect(store.requests).toEqual(["get 0", "get 10", "get 0"]);
  });

  it("does not go on where the server names no version", async () => {
    const { store, storage } = setUp();
    store.isVersioned = false;
    store.store("k", bytesOf(LARGE));
    store.plan("get", { cut: { at: 1_000_000, ending: "break" } });
    expect(await refused(all(storage.read("mem://b/k")))).toContain(
      "does not say whether the object is still the same",
    );
  });

  it("reads a small object again whose checksum is wrong, and gives none of the wrong bytes", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(1000));
    store.plan("get", { flips: true }, { flips: true });
    expect(await all(storage.read("mem://b/k"))).toEqual(Buffer.from(bytesOf(1000)));
    store.plan("get", { flips: true }, { flips: true }, { flips: true });
    expect(await refused(all(storage.read("mem://b/k")))).toMatch(
      /its checksum is wrong: .*, also at the last of 3 attempts/,
    );
  });

  it("tells at the end of a large object that its checksum is wrong", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(LARGE));
    store.plan("get", { flips: true });
    expect(await refused(all(storage.read("mem://b/k")))).toContain("its checksum is wrong");
  });

  it("gives up after the last attempt, and says why", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(10));
    store.plan("get", { before: BUSY }, { stalls: true }, { before: BUSY });
    expect(await refused(all(storage.read("mem://b/k")))).toContain(
      "the server is busy, also at the last of 3 attempts.",
    );
    expect(store.requests).toHaveLength(3);
  });

  it("lets go when its reader leaves", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(LARGE));
    for await (const chunk of storage.read("mem://b/k")) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(store.requests).toEqual(["get 0"]);
  });
});

describe("writing", () => {
  it.each([0, 1, 8 * 1024 * 1024])("sends %i bytes at once", async (length) => {
    const { store, storage } = setUp();
    await storage.write("mem://b/k", bytesOf(length), { contentType: "text/plain" });
    expect(store.objects.get("k")).toMatchObject({ contentType: "text/plain" });
    expect(Buffer.from(store.objects.get("k")?.bytes ?? []).equals(bytesOf(length))).toBe(true);
    expect(store.requests).toEqual(["put"]);
  });

  it("sends more than a part in parts", async () => {
    const { store, storage } = setUp();
    await storage.write("mem://b/k", bytesOf(LARGE));
    expect(Buffer.from(store.objects.get("k")?.bytes ?? []).equals(bytesOf(LARGE))).toBe(true);
    expect(store.requests).toEqual(["start", "part 0", "part 1", "finish"]);
  });

  it("takes a stream that uses one buffer for all its chunks", async () => {
    const { store, storage } = setUp();
    async function* source() {
      const buffer = new Uint8Array(1_000_000);
      for (let n = 0; n < 20; n += 1) yield buffer.fill(n);
    }
    await storage.write("mem://b/k", source());
    const stored = store.objects.get("k")?.bytes ?? new Uint8Array();
    expect(stored).toHaveLength(20_000_000);
    expect([stored[0], stored[999_999], stored[1_000_000], stored[19_999_999]]).toEqual([0, 0, 1, 19]);
  });

  it("tries each request again, also one whose answer was lost", async () => {
    const { store, storage } = setUp();
    store.plan("start", { before: BUSY }, { stalls: true });
    store.plan("part", { after: BUSY }, { before: BUSY });
    store.plan("finish", { before: BUSY }, { after: BUSY });
    await storage.write("mem://b/k", bytesOf(LARGE));
    expect(Buffer.from(store.objects.get("k")?.bytes ?? []).equals(bytesOf(LARGE))).toBe(true);
  });

  it("leaves nothing, and keeps what was there, when the source fails or a part does", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(3));
    async function* failing() {
      yield bytesOf(LARGE);
      throw new TypeError("no more");
    }
    expect(await refused(storage.write("mem://b/k", failing()))).toContain(
      "STORAGE_FAILED: Writing mem://b/k failed: the stream that was given failed: no more.",
    );
    store.plan(
      "part",
      {},
      { before: { kind: "final", problem: "the quota is used up", advice: "Buy more." } },
    );
    expect(await refused(storage.write("mem://b/k", bytesOf(LARGE)))).toContain(
      "the quota is used up. Buy more.",
    );
    expect(store.objects.get("k")?.bytes).toHaveLength(3);
    expect(store.uploads.size).toBe(0);
    expect(store.requests.filter((request) => request === "cancel")).toHaveLength(2);
  });

  it("ends at once when it is aborted, and drops what it sent", async () => {
    const { store, storage } = setUp();
    const controller = new AbortController();
    async function* source() {
      yield bytesOf(LARGE);
      controller.abort(new Error("enough"));
      await new Promise(() => {});
    }
    expect(await refused(storage.write("mem://b/k", source(), { signal: controller.signal }))).toMatch(
      /^STORAGE_ABORTED: Writing mem:\/\/b\/k was aborted/,
    );
    expect(store.objects.size + store.uploads.size).toBe(0);
  });

  it.each([
    ["mem://b", "it names a bucket, and no object in it. Add the key of an object: mem://bucket/key."],
    ["mem://b/", "it names a bucket, and no object in it"],
    ["mem://b/a/", "an empty object whose key ends in a slash is the mark of a folder, and no file"],
  ])("refuses %s", async (uri, words) => {
    expect(await refused(setUp().storage.write(uri, bytesOf(0)))).toContain(words);
  });
});

describe("listing, finding, deleting", () => {
  it("gives what is below a prefix as below a directory, page by page, without marks of folders", async () => {
    const { store, storage } = setUp();
    for (const key of ["a/c/d", "a/b", "ab", "a", "a/", "a/c/", "b", "a/z"]) {
      store.store(key, key.endsWith("/") ? new Uint8Array() : bytesOf(3));
    }
    store.plan("page", {}, { before: BUSY });
    for (const prefix of ["mem://x/a", "mem://x/a/"]) {
      expect(await itemsOf(storage.list(prefix))).toEqual([
        { uri: "mem://x/a/b", size: 3 },
        { uri: "mem://x/a/c/d", size: 3 },
        { uri: "mem://x/a/z", size: 3 },
      ]);
    }
    expect(await itemsOf(storage.list("mem://x/"))).toHaveLength(6);
  });

  it("sorts what comes in no order", async () => {
    const { store, storage } = setUp();
    store.listsInOrder = false;
    for (const key of ["a/\u{ff5e}", "a/\u{1f4a1}", "a/b"]) store.store(key, bytesOf(1));
    const uris = (await itemsOf(storage.list("mem://x/a"))).map(({ uri }) => uri);
    expect(uris).toEqual(["mem://x/a/b", "mem://x/a/\u{ff5e}", "mem://x/a/\u{1f4a1}"]);
  });

  it("finds sizes, and nothing where nothing is or a folder is marked", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(3));
    store.store("d/", bytesOf(0));
    expect(await storage.stat("mem://b/k")).toEqual({ uri: "mem://b/k", size: 3 });
    expect(await storage.stat("mem://b/none")).toBeUndefined();
    expect(await storage.stat("mem://b/d/")).toBeUndefined();
  });

  it("deletes, also what an earlier attempt deleted, and what is not there", async () => {
    const { store, storage } = setUp();
    store.store("k", bytesOf(3));
    store.plan("delete", { after: BUSY });
    await storage.delete("mem://b/k");
    await storage.delete("mem://b/k");
    expect(store.objects.size).toBe(0);
    store.plan("delete", { before: { kind: "final", problem: "it may not be deleted" } });
    expect(await refused(storage.delete("mem://b/k"))).toContain(
      "Deleting mem://b/k failed: it may not be deleted.",
    );
  });

  it.each(["read", "list", "stat", "delete"] as const)("%s ends at once when aborted", async (method) => {
    const { store, storage } = setUp();
    for (const request of ["get", "page", "size", "delete"]) store.plan(request, { stalls: true });
    const controller = new AbortController();
    const result = storage[method]("mem://b/k", { signal: controller.signal });
    const work = Symbol.asyncIterator in result ? itemsOf<unknown>(result) : result;
    controller.abort();
    expect(await refused(work)).toMatch(/^STORAGE_ABORTED/);
  });
});
