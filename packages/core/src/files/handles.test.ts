import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";

import { beforeEach, describe, expect, it } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { fromLiteral, toLiteral, transformerOf } from "../../test/support/convert.js";
import { memoryStorage } from "../../test/support/memory-storage.js";
import { flyteDirectory, flyteFile } from "../makers/flyte-file.js";
import { t } from "../makers/t.js";
import type { FlyteDirectory, FlyteFile } from "../types/kinds/handles.js";
import { localStore } from "./local-store.js";
import { uploadDirectory } from "./upload.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handles-"));
});

/** Everything below the folder that is a file. */
const filesBelow = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name)
    .toSorted();

async function received<T>(
  type: ReturnType<typeof t.file> | ReturnType<typeof t.directory>,
  uri: string,
  storage = memoryStorage(),
): Promise<T> {
  const store = localStore({ folder, storages: [storage] });
  return (await transformerOf(type).load?.(fromLiteral(type, toLiteral(type, uri)), store)) as T;
}

describe("a local file", () => {
  it("is read where it is", async () => {
    const path = join(folder, "a b%20#.txt");
    writeFileSync(path, "h\u00e9llo");
    const file = await received<FlyteFile>(t.file(), path);
    expect([await file.path(), await file.text()]).toEqual([path, "h\u00e9llo"]);
    expect(await file.bytes()).toEqual(new Uint8Array(readFileSync(path)));
    expect(filesBelow()).toEqual(["a b%20#.txt"]);
    const relative = flyteFile("package.json");
    expect([relative.uri, await relative.path()]).toEqual([
      "package.json",
      join(process.cwd(), "package.json"),
    ]);
  });

  it("is text as it is, of any size of character, with its byte order mark", async () => {
    const text = `\ufeff${"\u{1f600}\u00e9".repeat(100_000)}`;
    writeFileSync(join(folder, "x"), text);
    expect(await flyteFile(join(folder, "x")).text()).toBe(text);
    for (const bytes of [[0xff], [0xc3], [0xe2, 0x82]]) {
      writeFileSync(join(folder, "y"), Uint8Array.from(bytes));
      expect(await rejection(flyteFile(join(folder, "y")).text())).toMatchObject({ code: "FILE_NOT_TEXT" });
    }
  });

  it("that is not there is said so, and is found once it is", async () => {
    const file = flyteFile(join(folder, "late"));
    expect(await rejection(file.path())).toMatchObject({ code: "STORAGE_NOT_FOUND" });
    expect(await rejection(file.text())).toMatchObject({ code: "STORAGE_NOT_FOUND" });
    writeFileSync(join(folder, "late"), "x");
    expect(await file.path()).toBe(join(folder, "late"));
  });
});

describe("a remote file", () => {
  it("is not read before it is asked for", async () => {
    const storage = memoryStorage({ "mem://b/x.csv": "a,b" });
    const file = await received<FlyteFile>(t.file("csv"), "mem://b/x.csv", storage);
    expect(inspect(file)).toBe("FlyteFile { uri: 'mem://b/x.csv', format: 'csv' }");
    expect(JSON.stringify({ file })).toBe('{"file":{"uri":"mem://b/x.csv","format":"csv"}}');
    expect(Object.prototype.toString.call(file)).toBe("[object FlyteFile]");
    file.stream();
    expect([storage.reads, existsSync(folder) && filesBelow()]).toEqual([[], []]);
  });

  it("is downloaded once, also for calls at the same time", async () => {
    const storage = memoryStorage({ "mem://b/x.csv": "a,b" });
    const file = await received<FlyteFile>(t.file(), "mem://b/x.csv", storage);
    const paths = await Promise.all([file.path(), file.path(), file.path()]);
    expect(new Set(paths).size).toBe(1);
    expect([paths[0]?.endsWith("/x.csv"), readFileSync(paths[0] ?? "", "utf8")]).toEqual([true, "a,b"]);
    expect(await file.path()).toBe(paths[0]);
    expect(storage.reads).toEqual(["mem://b/x.csv"]);
  });

  it("whose download fails leaves nothing, and is tried again", async () => {
    const storage = memoryStorage({ "mem://b/x.csv": "a,b,c,d" });
    const file = await received<FlyteFile>(t.file(), "mem://b/x.csv", storage);
    storage.failing = true;
    const failures = await Promise.all([rejection(file.path()), rejection(file.path())]);
    expect(failures.map(({ code }) => code)).toEqual(["STORAGE_FAILED", "STORAGE_FAILED"]);
    expect(readdirSync(folder)).toEqual([]);
    expect(storage.reads).toHaveLength(1);
    storage.failing = false;
    expect(readFileSync(await file.path(), "utf8")).toBe("a,b,c,d");
  });

  it("has a name that file systems take, whatever its URI", async () => {
    for (const uri of [
      "mem://b/",
      "mem://b/..",
      `mem://b/${"\u00e9".repeat(300)}.csv`,
      "mem://b/a\nb",
      "mem://b/x?y=1#z",
    ]) {
      const file = await received<FlyteFile>(t.file(), uri, memoryStorage({ [uri]: "x" }));
      const path = await file.path();
      expect([path.startsWith(folder), readFileSync(path, "utf8")]).toEqual([true, "x"]);
    }
  });

  it("says which storage is missing", async () => {
    expect(await rejection(flyteFile("s3://b/x").path())).toMatchObject({ code: "STORAGE_SCHEME_UNKNOWN" });
    const literal = toLiteral(t.file(), "s3://b/x");
    expect(await rejection((fromLiteral(t.file(), literal) as FlyteFile).text())).toMatchObject({
      code: "STORAGE_SCHEME_UNKNOWN",
    });
  });
});

describe("a directory", () => {
  it("is copied to a disk also where no file is in it", async () => {
    mkdirSync(join(folder, "empty"));
    const store = localStore({ folder });
    await uploadDirectory(join(folder, "empty"), join(folder, "to", "it"), store);
    expect(readdirSync(join(folder, "to", "it"))).toEqual([]);
    writeFileSync(join(folder, "file"), "");
    const inFile = rejection(uploadDirectory(join(folder, "empty"), join(folder, "file", "it"), store));
    expect(await inFile).toMatchObject({ code: "STORAGE_NOT_FOUND" });
  });

  it("is listed and read where it is, if it is local", async () => {
    mkdirSync(join(folder, "d", "e"), { recursive: true });
    writeFileSync(join(folder, "d", "b.csv"), "b");
    writeFileSync(join(folder, "d", "e", "a.csv"), "a");
    const directory = await received<FlyteDirectory>(t.directory("csv"), join(folder, "d"));
    expect(await directory.path()).toBe(join(folder, "d"));
    const found: [string, string, string][] = [];
    for await (const file of directory.files()) found.push([file.uri, file.format, await file.text()]);
    expect(found).toEqual([
      [join(folder, "d", "b.csv"), "csv", "b"],
      [join(folder, "d", "e", "a.csv"), "csv", "a"],
    ]);
    expect(inspect(directory)).toBe(`FlyteDirectory { uri: '${folder}/d', format: 'csv' }`);
    expect(JSON.stringify(directory)).toBe(JSON.stringify({ uri: join(folder, "d"), format: "csv" }));
  });

  it("is downloaded whole, once, if it is remote", async () => {
    const content = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`mem://b/d/${i % 3}/${i}.txt`, String(i)]),
    );
    const storage = memoryStorage({ ...content, "mem://b/dx": "no part of it" });
    const directory = await received<FlyteDirectory>(t.directory(), "mem://b/d", storage);
    const [path, other] = await Promise.all([directory.path(), directory.path()]);
    expect(path).toBe(other);
    expect(filesBelow()).toHaveLength(30);
    expect(readFileSync(join(path, "1", "4.txt"), "utf8")).toBe("4");
    expect(storage.reads).toHaveLength(30);
  });

  it("whose download fails leaves nothing, and is tried again", async () => {
    const storage = memoryStorage({ "mem://b/d/x": "0123456", "mem://b/d/y/z": "0123456" });
    const directory = await received<FlyteDirectory>(t.directory(), "mem://b/d", storage);
    storage.failing = true;
    expect(await rejection(directory.path())).toMatchObject({ code: "STORAGE_FAILED" });
    expect(readdirSync(folder)).toEqual([]);
    storage.failing = false;
    expect(readdirSync(await directory.path())).toEqual(["x", "y"]);
  });

  it.each(["mem://b/d/../../x", "mem://b/d//x", "mem://b/d/./x", "mem://b/d/a\0b"])(
    "refuses a name that leads out of it: %j",
    async (uri) => {
      const directory = await received<FlyteDirectory>(
        t.directory(),
        "mem://b/d",
        memoryStorage({ [uri]: "x" }),
      );
      const error = await rejection(directory.path());
      expect(error.text).toContain("its name does not say a place in the directory that it was listed in");
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it("that is not there, or is a file, is said so", async () => {
    const listing = async (uri: string): Promise<void> => {
      for await (const file of flyteDirectory(uri).files()) file.stream();
    };
    writeFileSync(join(folder, "x"), "");
    symlinkSync(join(folder, "absent"), join(folder, "broken"));
    expect(await rejection(listing(join(folder, "absent")))).toMatchObject({ code: "STORAGE_NOT_FOUND" });
    expect(await rejection(listing(join(folder, "x")))).toMatchObject({ code: "STORAGE_KIND_WRONG" });
    expect(await rejection(flyteDirectory(join(folder, "broken")).path())).toMatchObject({
      params: { isLink: true },
    });
  });
});

describe("flyteFile", () => {
  it.each([
    [() => flyteFile(""), "uri"],
    [() => flyteFile(5 as never), "uri"],
    [() => flyteFile("file://host/x"), "uri"],
    [() => flyteFile("x", { format: "a/b" }), "format"],
    [() => flyteFile("x", { metadata: { a: 5 } as never }), "metadata"],
    [() => flyteFile("x", { metadata: ["a"] as never }), "metadata"],
    [() => flyteFile("x", { storage: {} as never }), "storage"],
    [() => flyteDirectory("x", { storage: [null] as never }), "storage"],
  ])("refuses %s", async (act, option) => {
    expect(await rejection((async () => act())())).toMatchObject({
      code: "OPTION_INVALID",
      params: { option },
    });
  });

  it("takes URLs and storages", async () => {
    writeFileSync(join(folder, "x y"), "local");
    expect(await flyteFile(new URL(`file://${folder}/x%20y`)).text()).toBe("local");
    const storage = memoryStorage({ "mem://b/x": "remote" });
    expect(await flyteFile("mem://b/x", { storage, format: ".txt" }).text()).toBe("remote");
    expect(flyteFile("x", { format: ".txt" }).format).toBe("txt");
  });
});
