import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";

import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { localDisk } from "./local-disk.js";
import type { ByteStream, ReadOptions } from "./storage.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-disk-"));
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const inFolder = (name: string): string => join(folder, name);

async function text(uri: string, options?: ReadOptions): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of localDisk.read(uri, options)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function listed(prefix: string): Promise<string[]> {
  const uris: string[] = [];
  for await (const { uri } of localDisk.list(prefix)) uris.push(uri.slice(folder.length + 1));
  return uris;
}

async function* stream(...chunks: readonly unknown[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield chunk as Uint8Array;
  }
}

describe("the local disk", () => {
  it("writes and reads bytes, streams of Node and generators, and makes directories", async () => {
    for (const source of [
      bytes("hello"),
      stream(bytes("hel"), bytes(""), bytes("lo")),
      Readable.from([Buffer.from("hello")]),
    ]) {
      await localDisk.write(inFolder("a/b/c.txt"), source);
      expect(await text(inFolder("a/b/c.txt"))).toBe("hello");
      expect(await localDisk.stat(inFolder("a/b/c.txt"))).toEqual({ uri: inFolder("a/b/c.txt"), size: 5 });
    }
    expect(readdirSync(inFolder("a/b"))).toEqual(["c.txt"]);
  });

  it("reads ranges", async () => {
    writeFileSync(inFolder("x"), "0123456789");
    const ranges: [number, number, string][] = [
      [0, 3, "012"],
      [3, 5, "34"],
      [8, 100, "89"],
      [5, 5, ""],
      [20, 30, ""],
      [0, Infinity, "0123456789"],
    ];
    for (const [start, end, wanted] of ranges)
      expect(await text(inFolder("x"), { range: { start, end } })).toBe(wanted);
  });

  it("knows each name, as path and as URL", async () => {
    const name = fc
      .string({
        unit: fc.constantFrom(..."ab %#?&+;:'\"\\\n\té漢😀.~$(){}[]*!@=,2F0"),
        minLength: 1,
        maxLength: 30,
      })
      .filter((each) => ![".", ".."].includes(each) && each === each.normalize("NFC"));
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array({ maxLength: 20 }), async (given, content) => {
        const path = join(folder, "names", given);
        await localDisk.write(path, content);
        expect(readFileSync(path)).toEqual(Buffer.from(content));
        expect(await text(path)).toBe(Buffer.from(content).toString());
        const url = pathToFileURL(path).href;
        expect(await localDisk.stat(url)).toEqual({ uri: url, size: content.length });
        await localDisk.delete(url);
        expect(existsSync(path)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("takes names as long as names can be, and says if one is longer", async () => {
    const longest = `${"é".repeat(127)}x`;
    await localDisk.write(inFolder(longest), bytes("x"));
    expect(await text(inFolder(longest))).toBe("x");
    const error = await rejection(localDisk.write(inFolder(`${longest}y`), bytes("x")));
    expect(error).toMatchObject({ code: "STORAGE_FAILED" });
    expect(error.text).toMatch(/failed: a name in the path is too long\.$/);
  });

  it("lists all files in the order of their paths, links followed, circles not", async () => {
    for (const name of ["b/x", "a.txt", "a/b/z", "a/b.txt", "é", "\u{1f600}", "\uff5e"])
      await localDisk.write(inFolder(`d/${name}`), bytes(name));
    mkdirSync(inFolder("d/empty"));
    mkdirSync(inFolder("other"));
    writeFileSync(inFolder("other/y"), "");
    symlinkSync(inFolder("d"), inFolder("d/a/loop"));
    symlinkSync(inFolder("other"), inFolder("d/link"));
    symlinkSync(inFolder("d"), inFolder("other/back"));
    symlinkSync(inFolder("d/a.txt"), inFolder("d/z.txt"));
    execFileSync("mkfifo", [inFolder("d/pipe")]);
    writeFileSync(inFolder("d/.flytekit-0123456789abcdef0123456789abcdef.partial"), "half");
    const wanted = [
      "d/a.txt",
      "d/a/b.txt",
      "d/a/b/z",
      "d/b/x",
      "d/link/y",
      "d/z.txt",
      "d/é",
      "d/\uff5e",
      "d/\u{1f600}",
    ];
    expect(await listed(inFolder("d"))).toEqual(wanted);
    expect(await listed(pathToFileURL(inFolder("d")).href)).toEqual(wanted);
    expect(await listed(`${inFolder("d")}/`)).toEqual(wanted);
    expect(await listed(inFolder("absent"))).toEqual([]);
  });

  it("refuses to list what holds a broken link, and a file", async () => {
    mkdirSync(inFolder("d"));
    symlinkSync(inFolder("absent"), inFolder("d/broken"));
    const error = await rejection(listed(inFolder("d")));
    expect(error).toMatchObject({ code: "STORAGE_NOT_FOUND" });
    expect(error.text).toBe(`${folder}/d/broken is a link to something that does not exist.`);
    writeFileSync(inFolder("x"), "");
    expect(await rejection(listed(inFolder("x")))).toMatchObject({ code: "STORAGE_KIND_WRONG" });
  });

  it("says what is wrong with a path", async () => {
    mkdirSync(inFolder("d"));
    writeFileSync(inFolder("x"), "");
    symlinkSync(inFolder("loop"), inFolder("loop"));
    execFileSync("mkfifo", [inFolder("pipe")]);
    const said = async (act: Promise<unknown>): Promise<string> => {
      const { code, text: what } = await rejection(act);
      return `${code}: ${what.replaceAll(folder, "")}`;
    };
    expect(await said(text(inFolder("absent")))).toBe("STORAGE_NOT_FOUND: There is nothing at /absent.");
    expect(await said(text(inFolder("x/y")))).toBe("STORAGE_NOT_FOUND: There is nothing at /x/y.");
    expect(await said(text(inFolder("d")))).toBe("STORAGE_KIND_WRONG: /d is a directory, and not a file.");
    expect(await said(text(inFolder("pipe")))).toBe(
      "STORAGE_KIND_WRONG: /pipe is a device, pipe or socket, and not a file.",
    );
    expect(await said(text(inFolder("loop")))).toBe(
      "STORAGE_FAILED: Reading /loop failed: its symbolic links lead in a circle.",
    );
    expect(await said(localDisk.write(inFolder("d"), bytes("x")))).toBe(
      "STORAGE_KIND_WRONG: /d is a directory, and not a file.",
    );
    for (const below of ["x/y", "x/y/z/a"])
      expect(await said(localDisk.write(inFolder(below), bytes("x")))).toBe(
        `STORAGE_FAILED: Writing /${below} failed: /x is a file, and not a directory.`,
      );
    expect(await said(localDisk.delete(inFolder("d")))).toBe(
      "STORAGE_KIND_WRONG: /d is a directory, and not a file.",
    );
    for (const odd of ["", "a\0b", "file://host/x", "s3://b/x", "a\ud800"])
      expect(await said(text(odd))).toMatch(
        /^STORAGE_FAILED: Reading .* failed: it is (not on the local disk|no path of a file on this machine)\.$/s,
      );
    expect(readdirSync(inFolder("d"))).toEqual([]);
  });

  it("gives nothing for what is not there, and deletes what is not there", async () => {
    mkdirSync(inFolder("d"));
    expect(await localDisk.stat(inFolder("absent"))).toBeUndefined();
    expect(await localDisk.stat(inFolder("d"))).toBeUndefined();
    await localDisk.delete(inFolder("absent"));
    writeFileSync(inFolder("x"), "");
    await localDisk.delete(inFolder("x"));
    expect(existsSync(inFolder("x"))).toBe(false);
  });
});

describe("a write that fails", () => {
  const failing = (source: Uint8Array | ByteStream, signal?: AbortSignal) =>
    rejection(localDisk.write(inFolder("x"), source, { signal }));

  beforeEach(() => {
    writeFileSync(inFolder("x"), "before");
  });
  const isAsBefore = (): void => {
    expect(readdirSync(folder)).toEqual(["x"]);
    expect(readFileSync(inFolder("x"), "utf8")).toBe("before");
  };

  it("leaves all as it was, whatever the stream does", async () => {
    const cause = new Error("the connection broke");
    const error = await failing(stream(bytes("half"), cause));
    expect(error).toMatchObject({ code: "STORAGE_FAILED", cause });
    expect(error.text).toContain("the stream that was given failed: the connection broke.");
    for (const odd of ["text", 5, null, undefined, [1], new Uint16Array(2), new ArrayBuffer(2)]) {
      expect((await failing(stream(bytes("half"), odd))).text).toMatch(
        /the stream gave .* where a Uint8Array was wanted\.$/,
      );
    }
    expect(await failing({} as never)).toMatchObject({ code: "STORAGE_FAILED" });
    isAsBefore();
  });

  it("ends at once when it is aborted, also while the stream keeps it waiting", async () => {
    let isReturned = false;
    const silent: ByteStream = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        return: async () => {
          isReturned = true;
          throw new Error("nobody hears of it");
        },
      }),
    };
    const controller = new AbortController();
    const reason = new Error("no longer needed");
    setTimeout(() => controller.abort(reason), 10);
    expect(await failing(silent, controller.signal)).toMatchObject({
      code: "STORAGE_ABORTED",
      cause: reason,
    });
    expect(isReturned).toBe(true);
    expect(await failing(bytes("y"), AbortSignal.abort(reason))).toMatchObject({ code: "STORAGE_ABORTED" });
    expect(await failing(stream(bytes("y")), AbortSignal.abort(reason))).toMatchObject({
      code: "STORAGE_ABORTED",
    });
    await expect(text(inFolder("x"), { signal: AbortSignal.abort(reason) })).rejects.toMatchObject({
      code: "STORAGE_ABORTED",
      cause: reason,
    });
    isAsBefore();
  });

  it("does not change what other names of the file hold", async () => {
    linkSync(inFolder("x"), inFolder("y"));
    await localDisk.write(inFolder("x"), bytes("after"));
    expect([readFileSync(inFolder("x"), "utf8"), readFileSync(inFolder("y"), "utf8")]).toEqual([
      "after",
      "before",
    ]);
  });

  it.runIf(process.getuid?.() !== 0)("says that permission is denied", async () => {
    chmodSync(folder, 0o500);
    expect((await failing(bytes("y"))).text).toContain("permission is denied");
    chmodSync(folder, 0o700);
    isAsBefore();
  });
});

describe("two writes of one file at once", () => {
  it("give one of the two, whole", async () => {
    const [one, other] = ["1".repeat(100_000), "2".repeat(100_000)];
    await Promise.all([
      localDisk.write(inFolder("x"), stream(bytes(one))),
      localDisk.write(inFolder("x"), bytes(other)),
    ]);
    expect([one, other]).toContain(readFileSync(inFolder("x"), "utf8"));
    expect(readdirSync(folder)).toEqual(["x"]);
  });
});
