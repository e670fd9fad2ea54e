import { Readable } from "node:stream";
import { expect, it } from "vitest";

import { bytes, bytesAt, listed, noise, stream } from "./support.js";

/** @param {import("../../testing.js").StorageContract} contract */
export function readingAndWriting({ storage, prefix, contentTypeOf, largeSize = 12 * 1024 * 1024 }) {
  const at = (/** @type {string} */ name) => `${prefix()}/rw/${name}`;

  it("writes and reads bytes, generators and streams of Node", async () => {
    const sources = {
      bytes: bytes("hello"),
      generator: stream(bytes("hel"), bytes(""), bytes("lo")),
      node: Readable.from([Buffer.from("hello")]),
    };
    for (const [name, source] of Object.entries(sources)) {
      await storage().write(at(name), source);
      expect(String(await bytesAt(storage(), at(name)))).toBe("hello");
      expect(await storage().stat(at(name))).toEqual({ uri: at(name), size: 5 });
    }
  });

  it("writes and reads what is empty", async () => {
    await storage().write(at("empty"), new Uint8Array());
    await storage().write(at("empty-stream"), stream());
    for (const name of ["empty", "empty-stream"]) {
      expect(await storage().stat(at(name))).toEqual({ uri: at(name), size: 0 });
      expect((await bytesAt(storage(), at(name))).length).toBe(0);
      expect((await bytesAt(storage(), at(name), { range: { start: 0, end: 5 } })).length).toBe(0);
    }
  });

  it("replaces what is there", async () => {
    await storage().write(at("replaced"), bytes("a long text that was there"));
    await storage().write(at("replaced"), bytes("short"));
    expect(String(await bytesAt(storage(), at("replaced")))).toBe("short");
  });

  it("reads ranges, also those that begin or end behind the last byte", async () => {
    await storage().write(at("digits"), bytes("0123456789"));
    /** @type {[number, number, string][]} */
    const ranges = [
      [0, 3, "012"],
      [3, 5, "34"],
      [8, 100, "89"],
      [5, 5, ""],
      [20, 30, ""],
      [10, 11, ""],
      [0, Infinity, "0123456789"],
      [4, Infinity, "456789"],
      [6, 2, ""],
    ];
    for (const [start, end, wanted] of ranges) {
      expect(String(await bytesAt(storage(), at("digits"), { range: { start, end } }))).toBe(wanted);
    }
  });

  it("carries large objects, as bytes and as streams of chunks of any size", async () => {
    const large = noise(largeSize + 12_345);
    async function* pieces() {
      let position = 0;
      for (let size = 1; position < large.length; size = (size * 7) % 1_000_003) {
        yield large.subarray(position, position + size);
        position += size;
      }
    }
    for (const [name, source] of /** @type {const} */ ([
      ["bytes", large],
      ["stream", pieces()],
    ])) {
      await storage().write(at(`large-${name}`), source);
      expect(await storage().stat(at(`large-${name}`))).toEqual({
        uri: at(`large-${name}`),
        size: large.length,
      });
      expect((await bytesAt(storage(), at(`large-${name}`))).equals(large)).toBe(true);
    }
    const range = { start: largeSize - 10, end: largeSize + 10 };
    const part = await bytesAt(storage(), at("large-bytes"), { range });
    expect(part.equals(large.subarray(range.start, range.end))).toBe(true);
  });

  it("writes in parallel, and leaves one whole object where all write the same", async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index} `.repeat(1000 + index));
    await Promise.all(
      texts.flatMap((text, index) => [
        storage().write(at(`parallel/${index}`), bytes(text)),
        storage().write(at("same"), stream(bytes(text))),
      ]),
    );
    const read = await Promise.all(texts.map((_, index) => bytesAt(storage(), at(`parallel/${index}`))));
    expect(read.map(String)).toEqual(texts);
    expect(texts).toContain(String(await bytesAt(storage(), at("same"))));
  });

  it("deletes an object, and what is not there", async () => {
    await storage().write(at("gone"), bytes("x"));
    await storage().delete(at("gone"));
    expect(await storage().stat(at("gone"))).toBeUndefined();
    await storage().delete(at("gone"));
    expect(await listed(storage(), at("gone"))).toEqual([]);
  });

  it.runIf(contentTypeOf !== undefined)("keeps the content type, of small and of large objects", async () => {
    await storage().write(at("page.html"), bytes("<p>"), { contentType: "text/html" });
    await storage().write(at("page.json"), stream(bytes("{}")), { contentType: "application/json" });
    await storage().write(at("page.csv"), noise(largeSize + 1), { contentType: "text/csv" });
    const types = [];
    for (const end of ["html", "json", "csv"]) types.push(await contentTypeOf?.(at(`page.${end}`)));
    expect(types).toEqual(["text/html", "application/json", "text/csv"]);
  });
}
