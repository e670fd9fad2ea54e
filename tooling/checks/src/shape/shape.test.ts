import { checkDependencies } from "./dependencies.js";
import { describe, expect, it } from "vitest";

import { entrySizes } from "../api/entry-sizes.js";
import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { publishedPackages, readWorkspace, type Manifest, type WorkspacePackage } from "../repo/workspace.js";
import { checkShape } from "./check-shape.js";
import { checkDoorSizes } from "./door-sizes.js";

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

  it("keeps the doors of core small", () => {
    const core = workspace.filter((pkg) => pkg.dir === "packages/core");
    expect(core.flatMap((pkg) => checkDoorSizes(entrySizes(repoRoot, pkg)))).toEqual([]);
  });

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
    ["has no entry ./types", { "./types": undefined }],
    ["has an entry ./plugin that is not agreed", { "./plugin": entryOf("index") }],
    ["has an entry ./internal that is not agreed", { "./internal": entryOf("index") }],
    ["has an entry ./test/golden that is not agreed", { "./test/golden": entryOf("index") }],
    ["gives the condition require for .", { ".": { require: "./dist/index.cjs", ...entryOf("index") } }],
    [
      "has no source file for .",
      { ".": { ...entryOf("index"), "@flytekit-ts/source": "./src/entries/gone.ts" } },
    ],
    ["does not take . from ./src/entries/index.ts", { ".": entryOf("types") }],
    ["does not take ./types from ./src/entries/types.ts", { "./types": entryAt("types") }],
    [
      "gives types for . that are not built from its source",
      { ".": { ...entryOf("index"), types: "./dist/entries/types.d.ts" } },
    ],
    [
      "gives code for . that is not built from its source",
      { ".": { ...entryOf("index"), default: "./dist/x.js" } },
    ],
    ["does not give conditions for .", { ".": "./dist/index.js" }],
    ["has no entry ./code", { "./code": undefined }],
    [
      "gives bundlers modules for . that are not built from its source, or not at all",
      { ".": { ...entryOf("index"), module: undefined } },
    ],
    ["maps ./code elsewhere", { "./code": "./dist/code/other.js" }],
    ["maps ./package.json elsewhere", { "./package.json": "./other.json" }],
  ])("reports a package that %s", (problem, entries) => {
    const exports = JSON.parse(JSON.stringify({ ...goodExports, ...entries })) as Record<string, unknown>;
    expect(problemsWith({ exports })).toContain(`packages/core ${problem}.`);
  });

  it("holds each package to its own entries", () => {
    const problemsAs = (name: string) =>
      checkShape(packageWith({ name: `@flytekit-ts/${name}` }, `packages/${name}`), []);
    expect(problemsAs("workflow")).toEqual([
      "packages/workflow has no entry ./compile.",
      "packages/workflow has no entry ./checks.",
      "packages/workflow has no entry ./serialize.",
      ...coreDoors.map((door) => `packages/workflow has an entry ./${door} that is not agreed.`),
      "packages/workflow maps ./code elsewhere.",
    ]);
    expect(problemsAs("local-exec")).toHaveLength(26);
    expect(problemsAs("datasets")).toHaveLength(22);
  });

  it("lets the entries of models stand at the top of its sources", () => {
    const doors = [".", "./json", "./core", "./admin", "./service", "./event", "./plugins", "./datacatalog"];
    const names = doors.map((door) => (door === "." ? "index" : door.slice(2)));
    const exports = {
      ...Object.fromEntries(
        doors.map((door, i) => [door, { ...entryAt(names[i] ?? ""), module: undefined }]),
      ),
      "./package.json": "./package.json",
    };
    const manifest = { ...goodManifest, name: "@flytekit-ts/models", exports };
    const publishConfig = { access: "public", exports: published(exports) };
    const files = ["README.md", "LICENSE", ...names.map((name) => `src/${name}.ts`)];
    expect(
      checkShape({ dir: "packages/models", manifest: { ...manifest, publishConfig }, files }, []),
    ).toEqual([]);
  });

  it("reports an export map that changes when it is published", () => {
    expect(
      problemsWith({ publishConfig: { access: "public", exports: { ".": "./dist/index.js" } } }),
    ).toEqual([
      "packages/core publishes an export map that is not the one here without the source condition.",
    ]);
  });

  it("reports a dependency whose decision is not written", () => {
    const dependencies = { "@bufbuild/protobuf": "catalog:" };
    const check = (...decisions: string[]) =>
      checkDependencies("models", { name: "x", dependencies }, decisions, {
        models: { "@bufbuild/protobuf": "0002" },
      });
    expect(check()).toEqual(["depends on @bufbuild/protobuf by decision 0002, which is not written"]);
    expect(check("0002-generate-the-idl.md")).toEqual([]);
  });

  it("reports missing pages", () => {
    const models: WorkspacePackage = {
      dir: "packages/models",
      manifest: { ...goodManifest, name: "@flytekit-ts/models" },
      files: [],
    };
    expect(checkShape(models, [])).toEqual(
      expect.arrayContaining(["packages/models has no README.md.", "packages/models has no LICENSE."]),
    );
  });
});

/** An entry whose source stands in `src/entries`, as all but those of models do. */
function entryOf(file: string): Record<string, string> {
  return entryAt(`entries/${file}`);
}

function entryAt(path: string): Record<string, string> {
  return {
    "@flytekit-ts/source": `./src/${path}.ts`,
    types: `./dist/${path}.d.ts`,
    module: `./dist/module/${path}.js`,
    default: `./dist/${path}.js`,
  };
}

/** An export map without the condition that is for this repository alone. */
function published(exports: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(exports, (key, value: unknown) =>
    key === "@flytekit-ts/source" ? undefined : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}

const coreDoors = ["types", "tasks", "errors", "literals", "graph", "casts", "context", "pulled", "storage"];

const goodExports = {
  ".": entryOf("index"),
  ...Object.fromEntries(coreDoors.map((door) => [`./${door}`, entryOf(door)])),
  "./code": { module: "./dist/module/code.js", default: "./dist/code/core.js" },
  "./package.json": "./package.json",
};

const goodManifest: Manifest = {
  name: "@flytekit-ts/core",
  version: "0.0.0",
  license: "Apache-2.0",
  type: "module",
  sideEffects: false,
  exports: goodExports,
  publishConfig: { access: "public", exports: published(goodExports) },
};

function packageWith(parts: Partial<Manifest>, dir = "packages/core"): WorkspacePackage {
  const sources = ["index", ...coreDoors].map((door) => `src/entries/${door}.ts`);
  return { dir, manifest: { ...goodManifest, ...parts }, files: ["README.md", "LICENSE", ...sources] };
}

function problemsWith(parts: Partial<Manifest>): string[] {
  return checkShape(packageWith(parts), []);
}
