import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { PackageManager } from "./init-options.js";
import { projectFiles } from "./project-files.js";

const all = (packageManager: PackageManager, version?: string) =>
  new Map(projectFiles("@acme/garden", packageManager, version).map(({ path, content }) => [path, content]));

describe.each([
  ["npm", undefined],
  ["pnpm", undefined],
  ["yarn", undefined],
  ["yarn", "1.22.22"],
  ["yarn", "4.18.1"],
] as const)("a project for %s %s", (packageManager, version) => {
  const files = all(packageManager, version);

  it("has a README with a title", () => {
    expect(files.get("README.md")).toMatch(/^# @acme\/garden\n\n/);
  });

  it("has an image that installs what the lockfile says, and runs as nobody in particular", () => {
    const lines = (files.get("Dockerfile") ?? "").split("\n");
    const lockfile = { npm: "package-lock.json", pnpm: "pnpm-lock.yaml", yarn: "yarn.lock" }[packageManager];
    expect(lines.find((line) => line.startsWith("COPY package.json"))).toContain(` ${lockfile} `);
    expect(lines).toEqual(expect.arrayContaining(["USER 1000:1000", "ENTRYPOINT []", "WORKDIR /app"]));
    expect(lines.join("\n")).toMatch(/^RUN .*(?:npm ci|--frozen-lockfile|--immutable)/m);
    // What the image copies besides is there.
    const copied = /^COPY (.*) \.\/$/m.exec(lines.join("\n"))?.[1]?.split(" ") ?? [];
    expect(copied.filter((file) => file !== lockfile && !files.has(file))).toEqual([]);
  });

  it("has a CI that a machine can read, which does what the scripts do", () => {
    const text = files.get(".github/workflows/ci.yml") ?? "";
    const { jobs } = parse(text) as { jobs: { check: { steps: { run?: string }[] } } };
    const runs = jobs.check.steps.flatMap(({ run }) => run ?? []);
    const { scripts } = JSON.parse(files.get("package.json") ?? "") as { scripts: Record<string, string> };
    const words = runs
      .filter((run) => run.startsWith(`${packageManager} run `))
      .map((run) => run.split(" ")[2]);
    expect(words).toEqual(["typecheck", "test", "check", "package"]);
    expect(words.filter((word) => scripts[word ?? ""] === undefined)).toEqual([]);
    expect(runs.join("\n")).toMatch(/npm ci|--frozen-lockfile|--immutable/);
  });

  it("keeps out of git and images what does not belong there", () => {
    for (const file of [".gitignore", ".dockerignore"]) {
      const lines = (files.get(file) ?? "").split("\n").map((line) => line.replace(/^\*\*\//, ""));
      expect(lines).toEqual(expect.arrayContaining(["node_modules", ".flyte", ".env", "*.tgz"]));
    }
  });
});

describe("a project for yarn 2 or later", () => {
  it("is installed by that version, also in its image and its CI", () => {
    const files = all("yarn", "4.18.1");
    expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({ packageManager: "yarn@4.18.1" });
    expect(files.get("Dockerfile")).toMatch(/^RUN corepack enable\nCOPY .*\nRUN yarn install --immutable$/m);
    expect(files.get(".github/workflows/ci.yml")).toMatch(
      /- run: corepack enable\n *- run: yarn install --immutable$/m,
    );
  });

  it.each(["1.22.22", "rubbish", "", undefined])("is none for the version %j", (version) => {
    const files = all("yarn", version);
    expect(JSON.parse(files.get("package.json") ?? "")).not.toHaveProperty("packageManager");
    expect(files.get("Dockerfile")).not.toContain("corepack");
  });
});
