import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { initProject } from "./init-project.js";
import { TESTED } from "./project-manifest.js";

let cwd: string;
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "init-"))));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cwd, { recursive: true, force: true });
});

/** Put a program before all others, which does what a script of sh says. */
function program(name: string, script: string): void {
  const bin = join(cwd, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${bin}${delimiter}${process.env["PATH"] ?? ""}`);
}

describe("initProject", () => {
  it("installs the packages in the folder of the project", async () => {
    program("pnpm", 'echo "$@" > installed');
    const folder = join(cwd, "garden");
    const steps: string[] = [];
    const made = await initProject({
      folder,
      packageManager: "pnpm",
      onStep: (says) => void steps.push(says),
    });
    expect(made).toMatchObject({ name: "garden", isInstalled: true, isRepository: true });
    expect(readFileSync(join(folder, "installed"), "utf8")).toBe("install\n");
    expect(steps).toEqual(["Installing packages with pnpm"]);
  });

  it("names the lockfile of the workspace that has installed its packages", async () => {
    program("npm", ":");
    writeFileSync(join(cwd, "package.json"), JSON.stringify({ workspaces: ["*"] }));
    writeFileSync(join(cwd, "package-lock.json"), "{}");
    const made = await initProject({ folder: join(cwd, "garden"), git: false });
    expect(made.workspaceLockfile).toBe(join(cwd, "package-lock.json"));
    program("npm", "echo {} > package-lock.json");
    expect((await initProject({ folder: join(cwd, "own"), git: false })).workspaceLockfile).toBeUndefined();
  });

  it("keeps the project when its packages cannot be installed", async () => {
    program("npm", "echo no network >&2; exit 1");
    const folder = join(cwd, "garden");
    const failed = initProject({ folder });
    await expect(failed).rejects.toMatchObject({
      code: "PACKAGES_NOT_INSTALLED",
      params: { folder, command: "npm install", problem: "no network" },
    });
    expect(existsSync(join(folder, "package.json"))).toBe(true);
  });

  it("tells what a package manager says without the stacks of its code", async () => {
    const stack = "npm error     at emitErrorEvent (node:_http_client:101:11)\\nnpm error   code: 1";
    program("npm", `printf 'npm error code ECONNREFUSED\\n${stack}\\n' >&2; exit 1`);
    await expect(initProject({ folder: join(cwd, "garden") })).rejects.toMatchObject({
      params: { problem: "npm error code ECONNREFUSED\nnpm error   code: 1" },
    });
  });

  it.each([
    ["yarn/4.18.1 npm/? node/v20.20.2 linux x64", "9.9.9", "yarn@4.18.1"],
    ["yarn/1.22.22 npm/? node/v20.20.2 linux x64", "9.9.9", undefined],
    ["npm/11.19.1 node/v20.20.2 linux x64", "4.18.1", "yarn@4.18.1"],
    ["npm/11.19.1 node/v20.20.2 linux x64", "1.22.22", undefined],
  ])("is for the yarn that somebody has: %s, %s", async (agent, installed, wanted) => {
    vi.stubEnv("npm_config_user_agent", agent);
    program("yarn", `echo ${installed}`);
    const folder = join(cwd, "garden");
    await initProject({ folder, packageManager: "yarn", install: false, git: false });
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
    expect(Reflect.get(manifest, "packageManager")).toBe(wanted);
  });

  it("stops an installation", async () => {
    const controller = new AbortController();
    program("npm", "echo begun > begun; exec sleep 60");
    const folder = join(cwd, "garden");
    const failed = initProject({ folder, git: false, signal: controller.signal });
    failed.catch(() => undefined);
    await expect.poll(() => existsSync(join(folder, "begun"))).toBe(true);
    controller.abort();
    await expect(failed).rejects.toMatchObject({ params: { problem: "it was stopped." } });
  });

  it("makes no repository in one, nor without git", async () => {
    mkdirSync(join(cwd, ".git"));
    const within = await initProject({ folder: join(cwd, "a/b"), install: false });
    expect([within.isRepository, readdirSync(join(cwd, "a/b")).includes(".git")]).toEqual([false, false]);
    rmSync(join(cwd, ".git"), { recursive: true });
    vi.stubEnv("PATH", cwd);
    expect((await initProject({ folder: join(cwd, "c"), install: false })).isRepository).toBe(false);
  });

  it("leaves no half of a repository where git fails", async () => {
    program("git", "mkdir .git; echo > .git/description; exit 128");
    const { isRepository } = await initProject({ folder: join(cwd, "a"), install: false });
    expect([isRepository, readdirSync(join(cwd, "a")).includes(".git")]).toEqual([false, false]);
  });

  it("leaves nothing when it is aborted", async () => {
    const folder = join(cwd, "a/garden");
    await expect(initProject({ folder, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "PROJECT_NOT_MADE",
      params: { problem: "it was aborted" },
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("takes our packages in the versions beside it, and others in those of our tests", async () => {
    const folder = join(cwd, "garden");
    await initProject({ folder, install: false, git: false });
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as Record<string, Record<string, string>>;
    const versionOf = (name: string): string => {
      const text = readFileSync(join(import.meta.dirname, "../../..", name, "package.json"), "utf8");
      return `^${(JSON.parse(text) as { readonly version: string }).version}`;
    };
    expect(dependencies).toEqual({
      "@flytekit-ts/runtime": versionOf("runtime"),
      "@flytekit-ts/workflow": versionOf("workflow"),
    });
    expect(devDependencies).toEqual({
      "@flytekit-ts/cli": versionOf("cli"),
      "@flytekit-ts/local-exec": versionOf("local-exec"),
      ...TESTED,
    });
    const catalog = readFileSync(join(import.meta.dirname, "../../../../pnpm-workspace.yaml"), "utf8");
    for (const [name, range] of Object.entries(TESTED))
      expect(catalog.replaceAll('"', "")).toContain(`\n  ${name}: ${range}\n`);
  });
});
