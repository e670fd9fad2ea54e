import { describe, expect, it } from "vitest";

import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { publishedPackages, readWorkspace, type Manifest, type WorkspacePackage } from "../repo/workspace.js";
import { checkShape } from "./check-shape.js";

const workspace = readWorkspace(repoRoot);
const decisions = listFiles(repoRoot)
  .filter((file) => file.startsWith("docs/decisions/"))
  .map((file) => file.slice("docs/decisions/".length));

describe("this repository", () => {
  it.each(publishedPackages(workspace).map((pkg) => [pkg.dir, pkg] as const))(
    "%s has the shape of a package",
    (_, pkg) => {
      expect(checkShape(pkg, decisions)).toEqual([]);
    },
  );

  it("tests every package under the shared preset, so that sources resolve and results are counted", () => {
    const tested = workspace.filter((pkg) => pkg.manifest.scripts?.["test"]?.startsWith("vitest"));
    const strays = tested.filter(
      ({ dir, files }) =>
        !files.includes("vitest.config.ts") ||
        !readText(repoRoot, `${dir}/vitest.config.ts`).includes("@flytekit-ts/vitest-preset"),
    );
    expect(strays.map((pkg) => pkg.dir)).toEqual([]);
  });
});

describe("checkShape", () => {
  it("accepts a package of the agreed shape", () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each<[string, Partial<Manifest>]>([
    ["is not named after its directory", { name: "@flytekit-ts/kernel" }],
    ["is private", { private: true }],
    ["has no version of its own", { version: "latest" }],
    ["has no CHANGELOG.md", { version: "0.1.0" }],
    ["does not say its license", { license: "MIT" }],
    ["is not an ES module package", { type: "commonjs" }],
    ["has entries outside its export map", { main: "./dist/index.js" }],
    ["does not promise to be free of side effects", { sideEffects: ["./src/index.ts"] }],
    ["runs postinstall when it is installed", { scripts: { postinstall: "node x.js" } }],
    [
      "takes @flytekit-ts/models as ^0.1.0, not as workspace:^",
      { dependencies: { "@flytekit-ts/models": "^0.1.0" } },
    ],
    ["depends on lodash, which no decision allows", { dependencies: { lodash: "^4.0.0" } }],
    ["depends on lodash, which no decision allows", { peerDependencies: { lodash: "^4.0.0" } }],
    [
      "depends on @bufbuild/protobuf, which no decision allows",
      { dependencies: { "@bufbuild/protobuf": "catalog:" } },
    ],
  ])("reports a package that %s", (problem, parts) => {
    expect(problemsWith(parts)).toContain(`packages/core ${problem}.`);
  });

  it.each<[string, Record<string, unknown>]>([
    ["has no entry ./plugin", { "./plugin": undefined }],
    ["has an entry ./internal that is not agreed", { "./internal": entryOf("index") }],
    ["has an entry ./test/golden that is not agreed", { "./test/golden": entryOf("index") }],
    ["gives the condition require for .", { ".": { require: "./dist/index.cjs", ...entryOf("index") } }],
    ["has no source file for .", { ".": { ...entryOf("index"), "@flytekit-ts/source": "./src/gone.ts" } }],
    [
      "gives types for . that are not built from its source",
      { ".": { ...entryOf("index"), types: "./dist/plugin.d.ts" } },
    ],
    [
      "gives code for . that is not built from its source",
      { ".": { ...entryOf("index"), default: "./dist/x.js" } },
    ],
    ["does not give conditions for .", { ".": "./dist/index.js" }],
  ])("reports a package that %s", (problem, entries) => {
    const exports = JSON.parse(JSON.stringify({ ...goodExports, ...entries })) as Record<string, unknown>;
    expect(problemsWith({ exports })).toContain(`packages/core ${problem}.`);
  });

  it("reports an export map that changes when it is published", () => {
    expect(
      problemsWith({ publishConfig: { access: "public", exports: { ".": "./dist/index.js" } } }),
    ).toEqual([
      "packages/core publishes an export map that is not the one here without the source condition.",
    ]);
  });

  it("reports missing pages, and a dependency whose decision is not written", () => {
    const models: WorkspacePackage = {
      dir: "packages/models",
      manifest: {
        ...goodManifest,
        name: "@flytekit-ts/models",
        dependencies: { "@bufbuild/protobuf": "catalog:" },
      },
      files: [],
    };
    expect(checkShape(models, [])).toEqual(
      expect.arrayContaining([
        "packages/models has no README.md.",
        "packages/models has no LICENSE.",
        "packages/models depends on @bufbuild/protobuf by decision 0002, which is not written.",
      ]),
    );
  });
});

function entryOf(file: string): Record<string, string> {
  return {
    "@flytekit-ts/source": `./src/${file}.ts`,
    types: `./dist/${file}.d.ts`,
    default: `./dist/${file}.js`,
  };
}

const goodExports = {
  ".": entryOf("index"),
  "./plugin": entryOf("plugin"),
  "./package.json": "./package.json",
};

const goodManifest: Manifest = {
  name: "@flytekit-ts/core",
  version: "0.0.0",
  license: "Apache-2.0",
  type: "module",
  sideEffects: false,
  exports: goodExports,
  publishConfig: {
    access: "public",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./plugin": { types: "./dist/plugin.d.ts", default: "./dist/plugin.js" },
      "./package.json": "./package.json",
    },
  },
};

function problemsWith(parts: Partial<Manifest>): string[] {
  const files = ["README.md", "LICENSE", "src/index.ts", "src/plugin.ts"];
  return checkShape({ dir: "packages/core", manifest: { ...goodManifest, ...parts }, files }, []);
}
