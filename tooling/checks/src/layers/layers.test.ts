import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { publishedPackages, readWorkspace, type Manifest, type WorkspacePackage } from "../repo/workspace.js";
import { findImports } from "../source/find-imports.js";
import { parseSource } from "../source/parse-source.js";
import { chain, onTop } from "./chain.js";
import { checkImports } from "./check-imports.js";
import { checkManifests } from "./check-manifests.js";

const workspace = readWorkspace(repoRoot);

describe("this repository", () => {
  it("has the packages of the chain, and those on top", () => {
    const published = publishedPackages(workspace).map(({ dir }) => dir.slice(dir.indexOf("/") + 1));
    expect(published.toSorted()).toEqual([...chain, ...Object.keys(onTop)].toSorted());
  });

  it("declares dependencies only down the chain", () => {
    expect(checkManifests(workspace)).toEqual([]);
  });

  it("imports only down the chain and through the doors", () => {
    const problems = workspace.flatMap((owner) =>
      owner.files
        .filter((file) => /\.[cm]?[jt]s$/.test(file))
        .flatMap((file) => problemsIn(owner, file, readText(join(repoRoot, owner.dir), file))),
    );
    expect(problems).toEqual([]);
  });

  it("lets pnpm refuse circles too", () => {
    expect(readText(repoRoot, "pnpm-workspace.yaml")).toMatch(/^disallowWorkspaceCycles: true$/m);
  });
});

describe("checkManifests", () => {
  it("accepts the chain and private development helpers", () => {
    const kit = packageOf("testkit", { private: true });
    const core = packageOf("core", { dependencies: ["models"], devDependencies: ["testkit"] });
    expect(checkManifests([packageOf("models"), core, kit])).toEqual([]);
  });

  it.each(["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] as const)(
    "reports an upward dependency in %s",
    (list) => {
      expect(checkManifests([packageOf("core", { [list]: ["workflow"] })])).toEqual([
        "@flytekit-ts/core depends on @flytekit-ts/workflow, which is not below it.",
      ]);
    },
  );

  it("accepts a package on top of a part of the chain, and nothing that depends on it", () => {
    const datasets = packageOf("datasets", { dependencies: ["core", "models"] });
    const upward = packageOf("datasets", { dependencies: ["workflow"] });
    const downward = packageOf("local-exec", { dependencies: ["datasets"] });
    expect(checkManifests([datasets, upward, downward])).toEqual([
      "@flytekit-ts/datasets depends on @flytekit-ts/workflow, which is not below it.",
      "@flytekit-ts/local-exec depends on @flytekit-ts/datasets, which is not below it.",
    ]);
  });

  it("reports what a package may only find beside it, but brings along", () => {
    const remote = packageOf("remote", { dependencies: ["runtime"], peerDependencies: ["local-exec"] });
    expect(checkManifests([remote, packageOf("remote", { devDependencies: ["runtime"] })])).toEqual([
      "@flytekit-ts/remote brings @flytekit-ts/runtime along, which must be an optional peer.",
      "@flytekit-ts/remote brings @flytekit-ts/local-exec along, which must be an optional peer.",
    ]);
  });

  it("reports a shipped dependency on a private package", () => {
    const kit = packageOf("testkit", { private: true });
    expect(checkManifests([kit, packageOf("core", { dependencies: ["testkit"] })])).toEqual([
      "@flytekit-ts/core ships a dependency on @flytekit-ts/testkit, which is private.",
    ]);
  });

  it("reports a circle that closes through a private package", () => {
    const kit = packageOf("testkit", { private: true, dependencies: ["core"] });
    expect(checkManifests([kit, packageOf("core", { devDependencies: ["testkit"] })])).toEqual([
      "Packages depend on each other in a circle: @flytekit-ts/core -> @flytekit-ts/testkit -> @flytekit-ts/core.",
    ]);
  });
});

describe("checkImports", () => {
  const core = packageOf("core");

  it.each([
    [`const { encode } = await import("@flytekit-ts/models");`, "src/a.ts"],
    [`import type { Literal } from "@flytekit-ts/models/core";`, "src/a/b.ts"],
    [`import { Literal } from "@flytekit-ts/models/core";`, "src/a.test.ts"],
    [`import { x } from "../b.js";`, "src/a/b.ts"],
    [`import { t } from "@flytekit-ts/core";`, "test/a.test.ts"],
    [`import { kit } from "@flytekit-ts/testkit";`, "src/a.test.ts"],
    [`import { readFileSync } from "node:fs";`, "test/a.test.ts"],
    [`import { isMap } from "node:util/types";`, "src/a.ts"],
    [`import type { Stats } from "node:fs";`, "src/a.ts"],
  ])("accepts %s in %s", (text, file) => {
    expect(problemsIn(core, file, text)).toEqual([]);
  });

  it.each([
    [`import { compile } from "@flytekit-ts/workflow";`, "src/a.ts", "imports upward: @flytekit-ts/workflow"],
    [`await import("@flytekit-ts/local-exec");`, "src/a.ts", "imports upward: @flytekit-ts/local-exec"],
    [
      `type T = import("@flytekit-ts/workflow/plugin").T;`,
      "src/a.ts",
      "imports upward: @flytekit-ts/workflow/plugin",
    ],
    [`vi.mock("@flytekit-ts/workflow");`, "src/a.test.ts", "imports upward: @flytekit-ts/workflow"],
    [`require("@flytekit-ts/workflow");`, "test/a.ts", "imports upward: @flytekit-ts/workflow"],
    [
      `import { t } from "@flytekit-ts/core";`,
      "src/a.ts",
      "imports its own package by name: @flytekit-ts/core",
    ],
    [
      `import { kit } from "@flytekit-ts/testkit";`,
      "src/a.ts",
      "ships an import of development code: @flytekit-ts/testkit",
    ],
    [
      `import { x } from "@flytekit-ts/models/src/index.js";`,
      "src/a.ts",
      "goes past the doors of a package: @flytekit-ts/models/src/index.js",
    ],
    [
      `import { x } from "@flytekit-ts/models/test/golden/twins.js";`,
      "test/a.test.ts",
      "goes past the doors of a package: @flytekit-ts/models/test/golden/twins.js",
    ],
    [
      `import { x } from "../../models/src/index.js";`,
      "src/a.ts",
      "leaves its package: ../../models/src/index.js",
    ],
    [
      `export * from "../../workflow/src/index.js";`,
      "test/a.ts",
      "leaves its package: ../../workflow/src/index.js",
    ],
    [
      `import { readFileSync } from "node:fs";`,
      "src/a.ts",
      "makes every import of this package slow: load node:fs on use, with process.getBuiltinModule",
    ],
    [
      `import { type Literal, SimpleType } from "@flytekit-ts/models/core";`,
      "src/a.ts",
      "makes every import of this package load the codecs: take types alone, or load @flytekit-ts/models/core on use",
    ],
  ])("reports %s in %s", (text, file, problem) => {
    expect(problemsIn(core, file, text)).toEqual([`packages/core/${file}:1 ${problem}`]);
  });

  it("holds every package to the doors of the others", () => {
    const example: WorkspacePackage = { dir: "examples/x", manifest: { name: "@flytekit-ts/x" }, files: [] };
    expect(problemsIn(example, "src/a.ts", `import "@flytekit-ts/core/dist/index.js";`)).toHaveLength(1);
  });
});

function problemsIn(owner: WorkspacePackage, file: string, text: string): string[] {
  return checkImports(owner, file, findImports(parseSource(file, text)));
}

type Lists = "dependencies" | "devDependencies" | "peerDependencies" | "optionalDependencies";

function packageOf(
  name: string,
  parts: { private?: boolean } & Partial<Record<Lists, string[]>> = {},
): WorkspacePackage {
  const { private: isPrivate = false, ...lists } = parts;
  const ranges = Object.entries(lists).map(([list, names]) => [
    list,
    Object.fromEntries(names.map((each) => [`@flytekit-ts/${each}`, "workspace:^"])),
  ]);
  const manifest: Manifest = {
    name: `@flytekit-ts/${name}`,
    private: isPrivate,
    ...Object.fromEntries(ranges),
  };
  return { dir: `${isPrivate ? "tooling" : "packages"}/${name}`, manifest, files: [] };
}
