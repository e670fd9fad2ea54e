import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf, type Files, makeProject, taskModule } from "../../test/support/project.js";
import { bundle } from "./bundle.js";
import { explain } from "./explain.js";
import type { BundlePlatform } from "./options/bundle-options.js";
import { writeBundle } from "./write-bundle.js";

// No task, which would make each of these bundles ten times as large.
const flow =
  'import { pixels } from "./pixels.js"; export const resize = { fn: ({ x }: { x: number }) => pixels(x) };';
const importing: Files = {
  "src/flow.ts": flow,
  "src/pixels.ts":
    '// A comment about fast.\nimport fast from "fast";\nexport const pixels = (x: number): number => fast(x);\n',
};

/** A package whose binaries are in packages of their own, one for each machine. */
function withPlatforms(...installed: readonly string[]): Files {
  const names = ["linux-x64", "linux-arm64", "linuxmusl-x64", "darwin-arm64"].map(
    (each) => `@fast/lib-${each}`,
  );
  return {
    ...importing,
    "node_modules/fast/package.json": {
      name: "fast",
      version: "1.2.3",
      main: "index.js",
      dependencies: { helper: "*" },
      optionalDependencies: Object.fromEntries(names.map((name) => [name, "1.2.3"])),
    },
    "node_modules/fast/index.js":
      'const { by } = require("helper"); const { os } = require("@fast/lib-linux-x64"); module.exports = (x) => x + by + os;',
    "node_modules/helper/package.json": { name: "helper", version: "2.0.0" },
    "node_modules/helper/index.js": "exports.by = 40;",
    ...Object.fromEntries(
      installed.flatMap((each) => [
        [`node_modules/@fast/lib-${each}/package.json`, { name: `@fast/lib-${each}`, version: "1.2.3" }],
        [`node_modules/@fast/lib-${each}/index.js`, "exports.os = 1;"],
        [`node_modules/@fast/lib-${each}/fast.node`, "a binary"],
      ]),
    ),
  };
}

/** A package that has its binaries in its own folder. */
function withFiles(...files: readonly string[]): Files {
  return {
    ...importing,
    "node_modules/fast/package.json": {
      name: "fast",
      version: "1.2.3",
      dependencies: { "node-gyp-build": "*" },
    },
    "node_modules/fast/index.js": "module.exports = (x) => x;",
    ...Object.fromEntries(files.map((file) => [`node_modules/fast/${file}`, "a binary"])),
  };
}

const make = (files: Files, platforms: readonly BundlePlatform[] = ["linux-x64"]) =>
  bundle({ entry: "src/flow.ts", root: makeProject(files), platforms });

/** What a script prints that runs beside a bundle. */
function run(folder: string, code: string): string {
  writeFileSync(join(folder, "run.mjs"), code);
  return execFileSync(process.execPath, ["run.mjs"], { cwd: folder, encoding: "utf8" });
}

describe("a native module", () => {
  it("stays outside, and is named with its version and the line that imports it", async () => {
    const result = await make(withPlatforms("linux-x64"));
    expect(result.externals).toMatchObject([
      {
        name: "fast",
        version: "1.2.3",
        reason: "native",
        importedAt: [{ file: "src/pixels.ts", line: 2, column: 18 }],
      },
    ]);
    expect(explain(result)).toContain("outside: fast 1.2.3 (it has a binary)  <- src/pixels.ts:2:18");
  });

  it("lies beside the bundle with what it depends on, and with the binaries of the platforms alone", async () => {
    const root = makeProject(withPlatforms("linux-x64", "linux-arm64", "linuxmusl-x64", "darwin-arm64"));
    const result = await bundle({ entry: "src/flow.ts", root });
    expect(result.folders.map(({ path, version }) => `${path}@${version}`)).toEqual([
      "node_modules/@fast/lib-linux-x64@1.2.3",
      "node_modules/fast@1.2.3",
      "node_modules/helper@2.0.0",
    ]);
    const out = join(root, "../elsewhere");
    writeBundle(result, out);
    expect(readdirSync(join(out, "node_modules/@fast"))).toEqual(["lib-linux-x64"]);
    expect(run(out, 'import { resize } from "./bundle.mjs"; console.log(resize.fn({ x: 1 }));')).toBe("42\n");
  });

  it("has another version of a dependency inside of it", async () => {
    const nested = {
      "node_modules/other/package.json": {
        name: "other",
        version: "1.0.0",
        gypfile: true,
        dependencies: { helper: "^1" },
      },
      "node_modules/other/build/Release/o.node": "a binary",
      "node_modules/other/index.js": "module.exports = 1;",
      "node_modules/other/node_modules/helper/package.json": { name: "helper", version: "1.0.0" },
      "src/pixels.ts":
        'import fast from "fast"; import other from "other"; export const pixels = (x: number) => fast(x) + other;',
    };
    const { folders } = await make({ ...withPlatforms("linux-x64"), ...nested });
    expect(folders.map(({ path, version }) => `${path}@${version}`)).toContain(
      "node_modules/other/node_modules/helper@1.0.0",
    );
  });

  it.each<[BundlePlatform, string]>([
    ["linux-arm64", "@fast/lib-linux-arm64"],
    ["linux-x64-musl", "@fast/lib-linuxmusl-x64"],
  ])("must be installed for %s", async (platform, missing) => {
    const error = await faultOf(make(withPlatforms("linux-x64", "darwin-arm64"), ["linux-x64", platform]));
    expect(error).toMatchObject({ code: "BUNDLE_NATIVE_MISSING" });
    expect(error.message).toContain(`fast 1.2.3 needs ${missing} on ${platform}, which is not installed`);
    expect(error.message).toContain("at src/pixels.ts:2:18");
    expect(error.message).toContain("npm install --os=linux");
  });

  it("may not be made for a platform at all", async () => {
    const error = await faultOf(make(withPlatforms("linux-x64"), ["linux-arm64-musl"]));
    expect(error.message).toContain("fast 1.2.3 is not made for linux-arm64-musl");
  });

  it.each<[readonly string[], BundlePlatform, boolean]>([
    [["prebuilds/linux-x64/fast.node"], "linux-x64", true],
    [["prebuilds/linux-x64/fast.node"], "linux-x64-musl", true],
    [["prebuilds/linux-x64/fast.glibc.node"], "linux-x64-musl", false],
    [["prebuilds/linux-x64/fast.glibc.node", "prebuilds/linux-x64/fast.musl.node"], "linux-x64-musl", true],
    [["prebuilds/darwin-arm64/fast.node", "prebuilds/win32-x64/fast.node"], "linux-x64", false],
    [["prebuilds/linux-x64/fast.node"], "linux-arm64", false],
    [["fast.linux-arm64-gnu.node"], "linux-arm64", true],
    [["fast.linux-arm64-gnu.node"], "linux-arm64-musl", false],
    [[], "linux-x64", false],
  ])("with %j runs on %s: %s", async (files, platform, runs) => {
    const made = make(withFiles(...files), [platform]);
    if (runs) return expect(made).resolves.toMatchObject({ externals: [{ name: "fast" }] });
    const error = await faultOf(made);
    expect(error).toMatchObject({ code: "BUNDLE_NATIVE_MISSING" });
    return expect(error.message).toMatch(files.length === 0 ? /no binary at all/ : /has no binary for/);
  });

  it("that was built is told by its first bytes", async () => {
    const elf = (processor: number) => {
      const head = Buffer.alloc(64);
      head.write("\u007fELF", "latin1");
      head.writeUInt16LE(processor, 18);
      return head.toString("latin1");
    };
    const files = { ...withFiles(), "node_modules/fast/build/Release/fast.node": elf(0x3e) };
    await expect(make(files)).resolves.toBeDefined();
    expect(await faultOf(make(files, ["linux-arm64"]))).toMatchObject({ code: "BUNDLE_NATIVE_MISSING" });
  });

  it("that nothing uses is not asked for", async () => {
    const files = { ...withPlatforms(), "src/flow.ts": taskModule("resize") };
    await expect(make(files)).resolves.toMatchObject({ externals: [] });
  });
});

it("leaves out packages that the options name", async () => {
  const root = makeProject({
    "flow.ts": taskModule("sum", { more: 'import { by } from "plain";', body: "x + by" }),
    "node_modules/plain/package.json": {
      name: "plain",
      version: "3.0.0",
      type: "module",
      exports: "./index.js",
    },
    "node_modules/plain/index.js": "export const by = 41;",
  });
  const { externals, folders } = await bundle({ entry: "flow.ts", root, external: ["plain"] });
  expect(externals).toMatchObject([{ name: "plain", reason: "option" }]);
  expect(folders).toMatchObject([
    { path: "node_modules/plain", from: realpathSync(join(root, "node_modules/plain")) },
  ]);
  expect((await bundle({ entry: "flow.ts", root })).externals).toEqual([]);
});

describe("sharp", () => {
  const sharp = dirname(createRequire(import.meta.url).resolve("sharp/package.json"));
  const files = {
    "flow.ts": taskModule("width", {
      more: 'import sharp from "sharp";',
      body: 'sharp({ create: { width: x, height: 2, channels: 3, background: "red" } }).png().toBuffer({ resolveWithObject: true }).then(({ info }) => info.width)',
    }),
  };
  const isHere = process.platform === "linux" && existsSync(join(sharp, "../@img/sharp-linux-x64"));

  it.skipIf(!isHere)("runs in a task of a bundle, from the folder of the bundle alone", async () => {
    const root = makeProject(files);
    const { symlinkSync } = process.getBuiltinModule("node:fs");
    symlinkSync(sharp, join(root, "node_modules/sharp"));
    const result = await bundle({ entry: "flow.ts", root });
    const names = result.folders.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["sharp", "@img/sharp-linux-x64", "@img/sharp-libvips-linux-x64"]),
    );
    const out = join(root, "../elsewhere");
    writeBundle(result, out);
    expect(run(out, 'import { width } from "./bundle.mjs"; console.log(await width.fn({ x: 7 }));')).toBe(
      "7\n",
    );
    const error = await faultOf(bundle({ entry: "flow.ts", root, platforms: ["linux-arm64"] }));
    expect(error.message).toMatch(
      /sharp .* needs @img\/sharp-libvips-linux-arm64 and @img\/sharp-linux-arm64 on linux-arm64/,
    );
  });
});
