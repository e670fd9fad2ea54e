import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { PackageManager } from "./init-options.js";
import { projectFiles } from "./project-files.js";

const all = (packageManager: PackageManager) =>
  new Map(projectFiles("@acme/garden", packageManager).map(({ path, content }) => [path, content]));

describe.each(["npm", "pnpm", "yarn"] as const)("a project for %s", (packageManager) => {
  const files = all(packageManager);

  it("has an image that installs what the lockfile says, and runs as nobody in particular", () => {
    const lines = (files.get("Dockerfile") ?? "").split("\n");
    const lockfile = { npm: "package-lock.json", pnpm: "pnpm-lock.yaml", yarn: "yarn.lock" }[packageManager];
    expect(lines.find((line) => line.startsWith("COPY package.json"))).toContain(` ${lockfile} `);
    expect(lines).toEqual(expect.arrayContaining(["USER 1000:1000", "ENTRYPOINT []", "WORKDIR /app"]));
    expect(lines.join("\n")).toMatch(/^RUN .*(?:npm ci|--frozen-lockfile)/m);
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
    expect(runs.join("\n")).toMatch(/npm ci|--frozen-lockfile/);
  });

  it("keeps out of git and images what does not belong there", () => {
    for (const file of [".gitignore", ".dockerignore"]) {
      const lines = (files.get(file) ?? "").split("\n").map((line) => line.replace(/^\*\*\//, ""));
      expect(lines).toEqual(expect.arrayContaining(["node_modules", ".flyte", ".env", "*.tgz"]));
    }
  });
});
