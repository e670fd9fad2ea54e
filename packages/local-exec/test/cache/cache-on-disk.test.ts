import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t, task } from "@flytekit-ts/workflow";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LocalCache, clearCache, runLocal, type RunEvent, startLocal } from "../../src/entries/index.js";
import { eventsOf, wait } from "../support/runs.js";
import { hearCache, newCacheDir } from "../support/cached-runs.js";

let dir = "";
let folder = "";
let ran = 0;
beforeEach(() => {
  dir = newCacheDir();
  folder = mkdtempSync(join(tmpdir(), "files-"));
  ran = 0;
});

const double = task(
  { name: "double", inputs: { x: t.int() }, output: t.int(), cache: { version: "1" } },
  ({ x }) => {
    ran += 1;
    return x * 2;
  },
);
const large = task(
  { name: "large", inputs: { x: t.int() }, output: t.string(), cache: { version: "1" } },
  ({ x }) => {
    ran += 1;
    return `${x} `.repeat(20_000);
  },
);

const repeat = task(
  { name: "repeat", inputs: { x: t.int() }, output: t.string(), cache: { version: "1" } },
  ({ x }) => "more ".repeat(x),
);

/** Run once, and say in short what the cache said. */
async function kindsOf(
  run: (options: { cache: LocalCache; onEvent: (event: RunEvent) => void }) => Promise<unknown>,
) {
  const { reasons, onEvent } = hearCache();
  await run({ cache: dir, onEvent });
  return reasons.map(({ kind }) => kind);
}

function filesOf(part: "entries" | "content" | "recent"): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => path.includes(part));
}

describe("what is stored", () => {
  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ["cut", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["emptied", () => ""],
    ["of another program", () => "\0\u{1f600} not ours\n{}\n"],
    ["changed in one bit", (bytes) => Buffer.from(bytes.map((byte, i) => (i === 100 ? byte ^ 1 : byte)))],
    ["longer", (bytes) => Buffer.concat([bytes, Buffer.from("\n")])],
  ])("is computed anew if it was %s, and says so", async (_, damage) => {
    for (const [x, part] of [
      [1, "entries"],
      [20_000, "entries"],
      [20_000, "content"],
    ] as const) {
      rmSync(dir, { recursive: true, force: true });
      const first = await runLocal(repeat, { x }, { cache: dir });
      const [path = ""] = filesOf(part);
      writeFileSync(path, damage(readFileSync(path)));
      expect(
        await kindsOf(async (options) => expect(await runLocal(repeat, { x }, options)).toBe(first)),
      ).toEqual(["corrupt"]);
      expect(await kindsOf((options) => runLocal(repeat, { x }, options))).toEqual(["found"]);
    }
  });

  it("survives notes that are garbage, torn or very long", async () => {
    await runLocal(double, { x: 1 }, { cache: dir });
    const [path = ""] = filesOf("recent");
    const good = readFileSync(path, "utf8");
    writeFileSync(
      path,
      `\0\0{"key":1}\nnull\n[]\n{"key":"k","parts":{"inputs":3}}\n${good}${good.slice(0, 30)}`,
    );
    expect(await kindsOf((options) => runLocal(double, { x: 2 }, options))).toEqual(["input-changed"]);
    writeFileSync(path, `${"x".repeat(300_000)}\n${good}`);
    expect(await kindsOf((options) => runLocal(double, { x: 3 }, options))).toEqual(["input-changed"]);
    expect(statSync(path).size).toBeLessThan(66_000);
  });

  it("is for this user alone", async () => {
    await runLocal(large, { x: 1 }, { cache: dir });
    for (const path of [...filesOf("entries"), ...filesOf("content"), ...filesOf("recent")])
      expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o600]);
  });
});

describe("the size of a cache", () => {
  it("is bounded: what was used longest ago goes first, and its misses say so", async () => {
    const cache = { dir, maxSize: 200_000 };
    const get = async (x: number): Promise<string[]> => {
      const kinds = await kindsOf((options) => runLocal(large, { x }, { ...options, cache }));
      await wait(15);
      return kinds;
    };
    for (const x of [1, 2, 3]) await get(x);
    for (let i = 0; i < 9; i += 1) await get(1);
    for (const x of [4, 5, 6, 7, 8, 9]) {
      await get(x);
      await get(1);
    }
    expect(await get(1)).toEqual(["found"]);
    expect(await get(2)).toEqual(["evicted"]);
    const size = [...filesOf("entries"), ...filesOf("content")].reduce(
      (sum, path) => sum + statSync(path).size,
      0,
    );
    expect(size).toBeLessThan(200_000);
  });

  it("may be too small for any result", async () => {
    for (let i = 0; i < 2; i += 1) await runLocal(large, { x: 1 }, { cache: { dir, maxSize: 0 } });
    expect(ran).toBe(2);
  });
});

describe("files in a cache", () => {
  const make = task(
    { name: "make", inputs: { text: t.string() }, output: t.file("txt"), cache: { version: "1" } },
    ({ text }, context) => {
      ran += 1;
      const path = context.newFile("made.txt");
      writeFileSync(path, text);
      return path;
    },
  );
  const read = task(
    { name: "read", inputs: { file: t.file() }, output: t.string(), cache: { version: "1" } },
    async ({ file }) => {
      ran += 1;
      return file.text();
    },
  );
  const count = task(
    { name: "count", inputs: { folder: t.directory() }, output: t.int(), cache: { version: "1" } },
    async ({ folder: given }) => {
      ran += 1;
      return readdirSync(await given.path()).length;
    },
  );

  it("are found where they were", async () => {
    const first = await runLocal(make, { text: "a" }, { cache: dir });
    const second = await runLocal(make, { text: "a" }, { cache: dir });
    expect([second.uri, await second.text(), ran]).toEqual([first.uri, "a", 1]);
  });

  it.each<[string, (path: string) => void]>([
    ["are gone", (path) => rmSync(path)],
    ["have changed", (path) => writeFileSync(path, "b")],
    [
      "have changed, with the size and the time of before",
      (path) => {
        const { atime, mtime } = statSync(path);
        writeFileSync(path, "b");
        utimesSync(path, atime, mtime);
      },
    ],
    [
      "are folders now",
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])("are a miss if they %s", async (_, damage) => {
    const { uri } = await runLocal(make, { text: "a" }, { cache: dir });
    await wait(80);
    await runLocal(make, { text: "a" }, { cache: dir });
    damage(uri);
    expect(
      await kindsOf(async (options) =>
        expect(await (await runLocal(make, { text: "a" }, options)).text()).toBe("a"),
      ),
    ).toEqual(["file-gone"]);
    expect(ran).toBe(2);
  });

  it("are compared by what is in them, and by their names", async () => {
    const [one, other] = [join(folder, "one.txt"), join(folder, "sub", "one.txt")];
    mkdirSync(join(folder, "sub"));
    writeFileSync(one, "same");
    writeFileSync(other, "same");
    expect(await runLocal(read, { file: one }, { cache: dir })).toBe("same");
    expect(await kindsOf((options) => runLocal(read, { file: other }, options))).toEqual(["found"]);
    writeFileSync(other, "more");
    expect(await runLocal(read, { file: other }, { cache: dir })).toBe("more");
    writeFileSync(join(folder, "two.txt"), "same");
    expect(await kindsOf((options) => runLocal(read, { file: join(folder, "two.txt") }, options))).toEqual([
      "input-changed",
    ]);
  });

  it("inside directories and records count too", async () => {
    const doc = t.struct("Doc", { file: t.file(), more: t.int() });
    const show = task(
      { name: "show", inputs: { doc }, output: t.string(), cache: { version: "1" } },
      async ({ doc: { file } }) => file.text(),
    );
    const inside = join(folder, "in.txt");
    writeFileSync(inside, "1");
    const given = { doc: { file: inside, more: 1 } };
    expect(await runLocal(show, given, { cache: dir })).toBe("1");
    expect(await runLocal(count, { folder }, { cache: dir })).toBe(1);
    expect(await kindsOf((options) => runLocal(show, given, options))).toEqual(["found"]);
    expect(await kindsOf((options) => runLocal(count, { folder }, options))).toEqual(["found"]);
    writeFileSync(inside, "2");
    expect(await runLocal(show, given, { cache: dir })).toBe("2");
    expect(await kindsOf((options) => runLocal(count, { folder }, options))).toEqual(["input-changed"]);
  });
});

describe("a cache that cannot be used", () => {
  const warned: string[] = [];
  beforeEach(() => {
    warned.length = 0;
    vi.spyOn(process.stderr, "write").mockImplementation((text) => warned.push(String(text)) > 0);
  });
  afterEach(() => void vi.restoreAllMocks());

  it("because its folder is a file fails no run, and is told", async () => {
    writeFileSync(join(folder, "file"), "");
    const run = startLocal(double, { x: 1 }, { cache: join(folder, "file") });
    expect(await run.result).toBe(2);
    expect(await eventsOf(run)).toContainEqual(
      expect.objectContaining({
        kind: "cache-warning",
        error: expect.objectContaining({ code: "CACHE_UNUSABLE" }) as unknown,
      }),
    );
    expect(warned.join("")).toMatch(
      /^warn \[CACHE_UNUSABLE\] The cache in ".*file" cannot be used: a part of its path is a file\./,
    );
  });

  it.skipIf(process.getuid?.() === 0)("because it can only be read still has what is in it", async () => {
    await runLocal(double, { x: 1 }, { cache: dir });
    for (const path of [dir, ...readdirSync(dir, { recursive: true }).map((name) => join(dir, String(name)))])
      if (statSync(path).isDirectory()) chmodSync(path, 0o500);
    expect(await kindsOf((options) => runLocal(double, { x: 1 }, options))).toEqual(["found"]);
    expect(await runLocal(double, { x: 2 }, { cache: dir })).toBe(4);
    expect(warned.join("")).toContain("permission is denied");
  });

  it("because an entry cannot be read runs the task", async () => {
    await runLocal(double, { x: 1 }, { cache: dir });
    const [path = ""] = filesOf("entries");
    rmSync(path);
    mkdirSync(path);
    expect(await kindsOf((options) => runLocal(double, { x: 1 }, options))).toEqual(["unusable"]);
  });
});

describe("the option `cache`", () => {
  it.each<[unknown, RegExp]>([
    ["", /cache\.dir/],
    ["s3://bucket/cache", /cache\.dir/],
    [3, /`cache` of the run of double/],
    [null, /`cache` of the run of double/],
    [{ dri: "x" }, /OPTION_UNKNOWN.*dri/s],
    [{ maxSize: "1GB" }, /cache\.maxSize/],
    [{ maxSize: Number.NaN }, /cache\.maxSize/],
    [{ overwrite: "yes" }, /cache\.overwrite/],
  ])("refuses %j", async (cache, message) => {
    await expect(runLocal(double, { x: 1 }, { cache: cache as never })).rejects.toThrow(message);
    expect(ran).toBe(0);
  });

  it("is on and off in the environment as in flytekit", async () => {
    vi.stubEnv("FLYTE_LOCAL_CACHE_DIR", dir);
    vi.stubEnv("FLYTE_LOCAL_CACHE_ENABLED", "true");
    for (let i = 0; i < 2; i += 1) await runLocal(double, { x: 1 });
    expect(ran).toBe(1);
    await runLocal(double, { x: 1 }, { cache: false });
    vi.stubEnv("FLYTE_LOCAL_CACHE_OVERWRITE", "1");
    await runLocal(double, { x: 1 });
    vi.stubEnv("FLYTE_LOCAL_CACHE_ENABLED", "F");
    await runLocal(double, { x: 1 }, { cache: true });
    expect(ran).toBe(4);
    vi.stubEnv("FLYTE_LOCAL_CACHE_ENABLED", "maybe");
    await expect(runLocal(double, { x: 1 })).rejects.toThrow(/FLYTE_LOCAL_CACHE_ENABLED/);
    vi.unstubAllEnvs();
  });
});

describe("clearing a cache", () => {
  it("deletes all, or what is of one task, or what was not used for long", async () => {
    const fill = async (): Promise<void> => {
      for (const x of [1, 2]) await runLocal(double, { x }, { cache: dir });
      await runLocal(large, { x: 1 }, { cache: dir });
    };
    await fill();
    expect(await clearCache({ dir, olderThan: "1 hour" })).toEqual({ results: 0, bytes: 0 });
    expect(await clearCache({ dir, task: "double" })).toMatchObject({ results: 2 });
    expect(await kindsOf((options) => runLocal(double, { x: 1 }, options))).toEqual(["first-run"]);
    expect(await kindsOf((options) => runLocal(large, { x: 1 }, options))).toEqual(["found"]);
    await fill();
    const [path = ""] = filesOf("entries");
    utimesSync(path, 0, 0);
    expect(await clearCache({ dir, olderThan: 60_000 })).toMatchObject({ results: 1 });
    expect(await clearCache({ dir })).toMatchObject({ results: 2 });
    expect(await kindsOf((options) => runLocal(large, { x: 1 }, options))).toEqual(["first-run"]);
  });

  it("deletes nothing else, and refuses what it does not know", async () => {
    writeFileSync(join(folder, "mine"), "");
    expect(await clearCache({ dir: folder })).toEqual({ results: 0, bytes: 0 });
    expect(readdirSync(folder)).toEqual(["mine"]);
    await expect(clearCache({ folder } as never)).rejects.toMatchObject({ code: "OPTION_UNKNOWN" });
    await expect(clearCache({ olderThan: "old" as never })).rejects.toThrow(/olderThan/);
  });
});
