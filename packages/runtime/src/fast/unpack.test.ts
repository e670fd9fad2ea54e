import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { packTar, type TarEntry } from "modern-tar";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { unpack } from "./unpack.js";

const root = mkdtempSync(join(tmpdir(), "unpack-"));
afterAll(() => rmSync(root, { recursive: true }));
let folder = "";
let destination = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "each-"));
  destination = join(folder, "dest");
  mkdirSync(destination);
});

type Member = readonly [name: string, body: string | Buffer, header?: Partial<TarEntry["header"]>];

async function tar(...members: readonly Member[]): Promise<Uint8Array> {
  return packTar(
    members.map(([name, body, header]) => ({
      header: { name, size: Buffer.byteLength(body), ...header },
      body,
    })),
  );
}

async function* chunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const unpacked = async (bytes: Uint8Array, size?: number): Promise<void> =>
  unpack("s3://code/fast.tar.gz", chunks(bytes, size), destination);

describe("a code archive", () => {
  it.each([1, 511, 512, 513, 100_000])(
    "is unpacked whole from chunks of %i bytes, gzipped or plain",
    async (size) => {
      const big = randomBytes(20_000);
      const name = `deep/${"n".repeat(120)}/${"ü".repeat(60)}.js`;
      const bytes = await tar(
        ["a.js", "1", { mode: 0o755 }],
        [name, big],
        ["empty/", "", { type: "directory" }],
      );
      for (const each of [bytes, gzipSync(bytes)]) {
        await unpacked(each, size);
        expect(readFileSync(join(destination, name))).toEqual(big);
        expect(statSync(join(destination, "a.js")).mode & 0o777).toBe(0o755);
        expect(statSync(join(destination, "empty")).isDirectory()).toBe(true);
        rmSync(destination, { recursive: true });
        mkdirSync(destination);
      }
    },
  );

  it("replaces files of the image, and keeps links inside", async () => {
    writeFileSync(join(destination, "a.js"), "that of the image");
    await unpacked(await tar(["a.js", "new"], ["b.js", "", { type: "symlink", linkname: "a.js" }]));
    expect(readFileSync(join(destination, "b.js"), "utf8")).toBe("new");
    expect(readlinkSync(join(destination, "b.js"))).toBe("a.js");
  });
});

describe("a code archive is refused", () => {
  const refused = { code: "CODE_ARCHIVE_INVALID" };

  it.each<[string, readonly Member[]]>([
    ["a name above the folder", [["../evil", "x"]]],
    ["a name above the folder, deeper", [["a/../../evil", "x"]]],
    ["a name from the root", [["/tmp/evil", "x"]]],
    ["a link out of the folder", [["out", "", { type: "symlink", linkname: "../.." }]]],
    ["a link from the root", [["out", "", { type: "symlink", linkname: "/etc" }]]],
    [
      "a file through a link",
      [
        ["out", "", { type: "symlink", linkname: ".." }],
        ["out/evil", "x"],
      ],
    ],
    ["a hard link out of the folder", [["out", "", { type: "link", linkname: "../each" }]]],
    ["a device", [["null", "", { type: "character-device" }]]],
    ["a pipe", [["pipe", "", { type: "fifo" }]]],
  ])("with %s", async (_, members) => {
    await expect(unpacked(await tar(["ok.js", "1"], ...members))).rejects.toMatchObject(refused);
    expect(readdirSync(folder)).toEqual(["dest"]);
    expect(existsSync("/tmp/evil")).toBe(false);
  });

  it("where a folder of the image is a link to elsewhere", async () => {
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(destination, "lib"));
    await expect(unpacked(await tar(["lib/evil.js", "x"]))).rejects.toMatchObject(refused);
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["one byte", Buffer.from([0x1f])],
    ["zeros alone", Buffer.alloc(1024)],
    ["text", Buffer.from("<html>no such key</html>".repeat(100))],
    ["something short", Buffer.from("oops")],
    ["a gzip of text", gzipSync("x".repeat(2000))],
    ["a zip", Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(1000)])],
  ])("if it is %s", async (_, bytes) => {
    await expect(unpacked(bytes)).rejects.toMatchObject(refused);
  });

  it("if it ends early, wherever that is", async () => {
    const whole = await tar(["a.js", randomBytes(3000)], ["b.js", randomBytes(3000)]);
    const zipped = gzipSync(whole);
    const ends = [300, 512, 2000, 3584, 3700, 5000];
    for (const each of [
      ...ends.map((end) => whole.subarray(0, end)),
      ...ends.map((end) => zipped.subarray(0, end)),
    ]) {
      await expect(unpacked(each), `${each.length}`).rejects.toMatchObject(refused);
    }
  });

  it("if its checksums are wrong", async () => {
    const bytes = gzipSync(await tar(["a.js", randomBytes(3000)]));
    bytes[1500] = (bytes[1500] ?? 0) ^ 0xff;
    await expect(unpacked(bytes)).rejects.toMatchObject(refused);
  });

  it("with the error of what could not be read", async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array, undefined> {
      yield (await tar(["a.js", randomBytes(3000)])).subarray(0, 2000);
      throw new Error("connection reset");
    };
    await expect(unpack("s3://code/fast.tar.gz", broken(), destination)).rejects.toThrow("connection reset");
  });
});
