import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";

import { afterAll, describe, expect, it } from "vitest";

import { here } from "../../test/support/here.js";
import type { Place } from "./place.js";
import { runAuthor } from "./run-author.js";
import { placeOfCaller, placeOfDeclaration, placeOfModule } from "./source-location.js";

const mark = (name: string, text: string) => here(import.meta.url, name, text);

function callee() {
  return placeOfCaller(callee);
}

const api = { method: () => placeOfCaller(api.method) };

/** Freezes what `node --frozen-intrinsics` freezes of `Error`; gives a function that undoes it. */
function freezeSettings(): () => void {
  const names = ["stackTraceLimit", "prepareStackTrace"] as const;
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(Error, name)] as const);
  for (const name of names) Object.defineProperty(Error, name, { value: Error[name], writable: false });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(Error, name);
      else Object.defineProperty(Error, name, descriptor);
    }
  };
}

const folder = mkdtempSync(join(tmpdir(), "flytekit "));
afterAll(() => rmSync(folder, { recursive: true }));

type Loaded = Promise<{ default: (where: () => unknown) => unknown }>;

// The test runner would load and rewrite the modules itself.
const importByNode = new Script("(url) => import(url)", {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext() as (url: string) => Loaded;

/** A module that calls `where`. */
async function load(path: string, code: string): Loaded {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, code);
  return importByNode(pathToFileURL(file).href);
}

describe("placeOfCaller", () => {
  it("is the line and column of the call", () => {
    const place = callee(); // plain
    expect(place.location).toEqual(mark("plain", "callee()"));
  });

  it("is the member that was called", () => {
    const place = api.method(); // member
    expect(place.location).toEqual(mark("member", "method()"));
  });

  it("is the author's line where the engine makes the call", () => {
    const [place] = [1].map(callee); // map
    expect(place?.location).toEqual(mark("map", "map(callee)"));
  });

  it("knows a constructor, and a function that waits", async () => {
    class Maker {
      place = callee(); // field
    }
    expect(new Maker().place.location).toEqual(mark("field", "callee()"));
    await Promise.resolve();
    expect(callee().location).toEqual(mark("after await", "callee()")); // after await
  });

  it("formats its frame once, when it is first asked", () => {
    const place = callee();
    expect(place.location).toBe(place.location);
  });

  it("leaves the settings of the engine as they are", () => {
    const limit = Error.stackTraceLimit;
    try {
      Error.stackTraceLimit = 0;
      expect(callee().location).toBeDefined();
      expect(Error.stackTraceLimit).toBe(0);
    } finally {
      Error.stackTraceLimit = limit;
    }
  });

  it("is unknown where the stack is formatted by someone else", () => {
    const prepare = Error.prepareStackTrace;
    try {
      Error.prepareStackTrace = (_error, frames) => frames;
      expect(callee().location).toBeUndefined();
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });

  it.each([
    ["an object", () => ({})],
    [
      "nothing, but throws",
      () => {
        throw new Error("formatter");
      },
    ],
  ])("is unknown where the formatter of stacks gives %s", (_what, formatter) => {
    const prepare = Error.prepareStackTrace;
    try {
      Error.prepareStackTrace = formatter;
      expect(callee().location).toBeUndefined();
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });

  it("takes the stacks of an engine whose settings are frozen", () => {
    const thaw = freezeSettings();
    try {
      const place = callee(); // frozen
      expect(place.location).toEqual(mark("frozen", "callee()"));
      const where = (): Place => placeOfDeclaration(where);
      const declared = where(); // frozen declaration
      expect(declared.module).toBe(mark("frozen declaration", "where()").file);
    } finally {
      thaw();
    }
  });

  it("is unknown for evaluated code that this package runs", () => {
    const nowhere = { location: undefined };
    const evaluated = new Script("(where) => where()").runInThisContext() as (
      where: () => unknown,
    ) => unknown;
    const where = (): unknown => placeOfCaller(where);
    expect(runAuthor(nowhere, evaluated, where)).toHaveProperty("location", undefined);
    expect(runAuthor(nowhere, () => [1].map(callee)[0])?.location).toBeDefined();
    const declare = (): unknown => placeOfDeclaration(declare);
    expect(runAuthor(nowhere, evaluated, declare)).toMatchObject({ location: undefined, module: undefined });
  });

  it("is no function that only waits for the caller", async () => {
    const evaluated = new Script("async (where) => { await null; return where(); }").runInThisContext() as (
      where: () => unknown,
    ) => Promise<unknown>;
    const where = (): unknown => placeOfCaller(where);
    const prepare = Error.prepareStackTrace;
    try {
      Reflect.deleteProperty(Error, "prepareStackTrace"); // the formatter of the test runner does not tell who waits
      expect(await evaluated(where)).toHaveProperty("location", undefined);
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });

  it.each([
    ["spaces and é.mjs", "spaces and é.mjs"],
    ["a (1)/b (2).mjs", "a (1)/b (2).mjs"],
    ["100% #1.mjs", "100% #1.mjs"],
  ])("knows the path of a module called %s", async (name, path) => {
    const { default: call } = await load(name, "export default (where) =>\n  where();\n");
    const where = (): unknown => placeOfCaller(where);
    expect(call(where)).toHaveProperty("location", { file: join(folder, path), line: 2, column: 3 });
  });

  it("passes over evaluated code", async () => {
    const { default: call } = await load("eval.mjs", 'export default (where) =>\n  eval("where()");\n');
    const where = (): unknown => placeOfCaller(where);
    expect(call(where)).toMatchObject({ location: { file: join(folder, "eval.mjs"), line: 2 } });
  });

  it("knows a module that is no file by its URL", async () => {
    const url = "data:text/javascript,export default (where) => where()";
    const { default: call } = await importByNode(url);
    const where = (): unknown => placeOfCaller(where);
    expect(call(where)).toMatchObject({ location: { file: url, line: 1 } });
  });
});

// The smallest map: line 2, column 3 of the script comes from line 12, column 5 of its source.
const MAPPINGS = ";EAWI";
const script = (comment: string): string => `export default (where) =>\n  where();\n${comment}\n`;
const map = (more: object = {}): string =>
  JSON.stringify({
    version: 3,
    file: "x.mjs",
    names: [],
    sources: ["../src/x y.ts"],
    mappings: MAPPINGS,
    ...more,
  });

describe("source maps", () => {
  const where = (): unknown => placeOfCaller(where);
  const original = (path: string) => ({ location: { file: join(folder, path), line: 12, column: 5 } });
  const built = (path: string) => ({ location: { file: join(folder, path), line: 2, column: 3 } });

  async function placeIn(path: string, comment: string): Promise<unknown> {
    return (await load(path, script(comment))).default(where);
  }

  it("lead from a built file to its source", async () => {
    mkdirSync(join(folder, "dist"), { recursive: true });
    writeFileSync(join(folder, "dist/x.mjs.map"), map());
    expect(await placeIn("dist/x.mjs", "//# sourceMappingURL=x.mjs.map")).toMatchObject(
      original("src/x y.ts"),
    );
  });

  it("may lie elsewhere, and have a root of their own", async () => {
    mkdirSync(join(folder, "maps"), { recursive: true });
    writeFileSync(join(folder, "maps/far map.map"), map({ sourceRoot: "../root", sources: ["x.ts"] }));
    expect(await placeIn("dist/far.mjs", "//# sourceMappingURL=../maps/far%20map.map")).toMatchObject(
      original("root/x.ts"),
    );
  });

  it.each(["data:application/json;base64,", "data:application/json;charset=utf-8;base64,"])(
    "may be part of the file, as %s",
    async (prefix) => {
      const inline = Buffer.from(map()).toString("base64");
      const name = `inline-${prefix.length}.mjs`;
      expect(await placeIn(`dist/${name}`, `//# sourceMappingURL=${prefix}${inline}`)).toMatchObject(
        original("src/x y.ts"),
      );
    },
  );

  it("may name a source by URL", async () => {
    writeFileSync(join(folder, "dist/url.mjs.map"), map({ sources: ["webpack://app/src/x.ts"] }));
    expect(await placeIn("dist/url.mjs", "//# sourceMappingURL=url.mjs.map")).toMatchObject({
      location: { file: "webpack://app/src/x.ts", line: 12 },
    });
  });

  it.each([
    ["is missing", "//# sourceMappingURL=missing.map"],
    [
      "is no JSON",
      `//# sourceMappingURL=data:application/json;base64,${Buffer.from("{").toString("base64")}`,
    ],
    [
      "is of another version",
      `//# sourceMappingURL=data:application/json;base64,${Buffer.from("{}").toString("base64")}`,
    ],
    [
      "has no mapping of the line",
      `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map({ mappings: "" })).toString("base64")}`,
    ],
    [
      "has a broken source",
      `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map({ sources: ["file://%"] })).toString("base64")}`,
    ],
    ["is behind a URL", "//# sourceMappingURL=https://example.invalid/x.map"],
    ["is not named", "// that was all"],
  ])("do no harm where one %s", async (_what, comment) => {
    const name = `dist/broken-${comment.length}.mjs`;
    expect(await placeIn(name, comment)).toMatchObject(built(name));
  });
});

describe("placeOfDeclaration", () => {
  const where = (): unknown => placeOfDeclaration(where);

  it("knows the source and the module that was built from it", async () => {
    mkdirSync(join(folder, "dist"), { recursive: true });
    writeFileSync(join(folder, "dist/m.mjs.map"), map());
    const { default: call } = await load("dist/m.mjs", script("//# sourceMappingURL=m.mjs.map"));
    expect(call(where)).toMatchObject({
      location: { file: join(folder, "src/x y.ts") },
      module: join(folder, "dist/m.mjs"),
    });
  });

  it("knows the module also where the engine makes the call", () => {
    expect([1].map(where)[0]).toMatchObject({ module: mark("", "").file });
  });

  it("leaves the formatting of stacks as it is", () => {
    const prepare = Error.prepareStackTrace;
    where();
    expect(Error.prepareStackTrace).toBe(prepare);
  });
});

describe("placeOfModule", () => {
  it.each([
    ["file:///a/b%20c/%C3%A9.js", "/a/b c/é.js"],
    ["/a/b c.js", "/a/b c.js"],
    ["file:///a%2Fb", "file:///a%2Fb"],
    ["https://example.com/x.js", "https://example.com/x.js"],
  ])("is the first line of %s", (module, file) => {
    expect(placeOfModule(module)).toEqual({ location: { file, line: 1, column: 1 }, module: file });
  });
});
