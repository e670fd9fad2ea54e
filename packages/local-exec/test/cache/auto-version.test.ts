import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { t, task } from "@flytekit-ts/workflow";
import type { CachedTask } from "@flytekit-ts/core/tasks";
import { serialize } from "@flytekit-ts/workflow/serialize";
import { describe, expect, it } from "vitest";
import { cacheVersionOf, runLocal } from "../../src/entries/index.js";
import { hearCache, newCacheDir } from "../support/cached-runs.js";
import { programsOf } from "../support/program.js";
import { next } from "./auto-tasks.js";

const MAIN = `import { t, task } from "@flytekit-ts/workflow";
import { zod } from "zod";
import { help } from "./lib/help.js";
import { unused } from "./lib/unused.js";

const FACTOR: number = 3;
export const one = task({ name: "one", output: t.int(), cache: { version: "auto" } }, () => help(FACTOR));
export const two = task({ name: "two", output: t.int() }, (): number => unused() + zod.two);
`;
const FILES = {
  "main.ts": MAIN,
  "lib/help.ts": `import { deep } from "./deep.js";\nexport const help = (x: number): number => deep(x) + 1;\nexport const other = (): number => 5;\n`,
  "lib/deep.ts": "export function deep(x: number): number { return x; }\n",
  "lib/unused.ts": "export const unused = (): number => 2;\n",
};

/** The version of the task `one` in a folder of its own with these files, some of them changed. */
function versionWith(changed: Readonly<Record<string, string>> = {}, name = "one"): string {
  const folder = mkdtempSync(join(tmpdir(), "auto-"));
  const files: Record<string, string> = { ...FILES, ...changed };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const file = join(folder, "main.ts");
  const lines = (files["main.ts"] ?? "").split("\n");
  const line = lines.findIndex((each) => each.includes(`name: "${name}"`)) + 1;
  return cacheVersionOf(declaredAt(file, line));
}

function declaredAt(file: string, line: number): CachedTask {
  const { settings } = task({ name: "one", output: t.int(), cache: { version: "auto" } }, () => 1);
  return { name: "one", settings, definedAt: { location: { file, line, column: 1 }, module: file } };
}

const edited = (from: string, to: string): Record<string, string> => {
  expect(MAIN).toContain(from);
  return { "main.ts": MAIN.replace(from, to) };
};

describe("the cache version `auto`", () => {
  const before = versionWith();

  it("is a digest, the same in every folder", () => {
    expect(before).toMatch(/^auto-[0-9a-f]{16}$/);
    expect(versionWith()).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ["its function", edited("help(FACTOR)", "help(FACTOR) * 2")],
    ["a constant that it uses", edited("FACTOR: number = 3", "FACTOR: number = 4")],
    ["a function of another file", { "lib/help.ts": FILES["lib/help.ts"].replace("+ 1", "+ 2") }],
    [
      "a function of a file that another file uses",
      { "lib/deep.ts": FILES["lib/deep.ts"].replace("return x", "return -x") },
    ],
    ["its declaration", edited('{ name: "one", ', '{ name: "one", retries: 2, ')],
  ])("changes with %s", (_, changed) => {
    expect(versionWith(changed)).not.toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ["another task of its module", edited("unused() + zod.two", "unused() - zod.two")],
    ["what only another task uses", { "lib/unused.ts": "export const unused = (): number => 7;\n" }],
    [
      "another function of a file that it uses",
      { "lib/help.ts": FILES["lib/help.ts"].replace("=> 5", "=> 6") },
    ],
    [
      "comments, types and layout",
      edited("const FACTOR: number = 3;", "// The factor.\n\nconst FACTOR   = 3 ;"),
    ],
    ["its place in the module", edited("const FACTOR", "\n\n\nconst FACTOR")],
  ])("does not change with %s", (_, changed) => {
    expect(versionWith(changed)).toBe(before);
  });

  it("changes with anything in the module for a task inside a function", () => {
    const inside = MAIN.replace(
      "export const two",
      'export const make = () =>\n  task({ name: "inner", output: t.int() }, () => 1);\nexport const two',
    );
    const first = versionWith({ "main.ts": inside }, "inner");
    expect(versionWith({ "main.ts": inside.replace("zod.two", "zod.three") }, "inner")).not.toBe(first);
    expect(versionWith({ "main.ts": inside }, "inner")).toBe(first);
  });

  it("counts packages by their versions", () => {
    const using = edited("help(FACTOR)", "help(zod.x)");
    const zod = (version: string): Record<string, string> => ({
      ...using,
      "node_modules/zod/package.json": JSON.stringify({ name: "zod", version }),
    });
    expect(versionWith(zod("1.0.0"))).toBe(versionWith(zod("1.0.0")));
    expect(versionWith(zod("1.0.0"))).not.toBe(versionWith(zod("1.0.1")));
  });

  it("is the same here and in a built program with source maps", async () => {
    expect(await programsOf<string>("auto-version.ts")("")).toBe(cacheVersionOf(next));
  });

  it("stands in the key of a result, and in the message", async () => {
    const cache = newCacheDir();
    const { reasons, onEvent } = hearCache();
    for (let i = 0; i < 2; i += 1) expect(await runLocal(next, { x: 1 }, { cache, onEvent })).toBe(2);
    expect(reasons).toMatchObject([{ kind: "first-run" }, { kind: "found", isStale: false }]);
    const settings = { project: "p", domain: "d", version: "v1", image: "i:1" };
    const [first] = serialize(next, { ...settings, cacheVersion: cacheVersionOf });
    expect(first?.message).toMatchObject({
      template: { metadata: { discoveryVersion: cacheVersionOf(next) } },
    });
    expect(() => serialize(next, settings)).toThrow(/CACHE_VERSION_UNRESOLVED/);
    expect(() => serialize(next, { ...settings, cacheVersion: () => " " })).toThrow(/gave no text/);
  });

  it.each<[string, CachedTask]>([
    ["whose file is not there", declaredAt("/nowhere/main.ts", 1)],
    ["whose file cannot be bundled", declaredAt(brokenFile(), 1)],
  ])("is an error for a task %s", (_, broken) => {
    expect(() => cacheVersionOf(broken)).toThrow(/CACHE_VERSION_UNRESOLVED/);
  });
});

function brokenFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), "auto-")), "main.ts");
  writeFileSync(file, `import { gone } from "./gone.js";\nexport const one = task(gone, () => {\n`);
  return file;
}
