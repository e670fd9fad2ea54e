import { execFileSync } from "node:child_process";
import {
  chmodSync,
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
import { runCli } from "../../../test/support/run-cli.js";

let cwd: string;
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "init-"))));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const init = (...argv: readonly string[]) => runCli(["init", ...argv], { cwd });
const read = (path: string): string => readFileSync(join(cwd, path), "utf8");
const manifest = (path = "garden") =>
  JSON.parse(read(`${path}/package.json`)) as Record<string, Record<string, string>>;

describe("tsflyte init", () => {
  it("writes a project", async () => {
    const { code, stdout } = await init("garden", "--no-install");
    expect(code).toBe(0);
    expect(stdout).toContain("Created garden in ");
    expect(stdout).toContain(
      "  cd garden\n  npm install\n  npx tsflyte run src/workflows.ts garden --rain 2.5\n",
    );
    const names = execFileSync("git", ["ls-files", "--others", "--exclude-standard"], {
      cwd: join(cwd, "garden"),
    });
    expect(names.toString().trim().split("\n")).toEqual([
      ".dockerignore",
      ".github/workflows/ci.yml",
      ".gitignore",
      "Dockerfile",
      "README.md",
      "flyte.config.ts",
      "package.json",
      "src/workflows.test.ts",
      "src/workflows.ts",
      "tsconfig.json",
    ]);
  });

  it("says what the image needs in a workspace, which has the lockfile", async () => {
    mkdirSync(join(cwd, "bin"));
    writeFileSync(join(cwd, "bin/npm"), "#!/bin/sh\n", { mode: 0o755 });
    vi.stubEnv("PATH", `${join(cwd, "bin")}${delimiter}${process.env["PATH"] ?? ""}`);
    writeFileSync(join(cwd, "package.json"), JSON.stringify({ workspaces: ["*"] }));
    writeFileSync(join(cwd, "package-lock.json"), "{}");
    const { code, stderr } = await init("garden", "--no-git");
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    expect(stderr).toContain(
      `The packages are in the workspace of ${cwd}, and the Dockerfile finds no lockfile`,
    );
    expect(stderr).toContain(`Take the project out of the workspace, with "!garden" among the`);
  });

  it("gives programs what it made", async () => {
    const { objects } = await init("garden", "--no-install", "--no-git", "--json");
    expect(objects).toEqual([
      expect.objectContaining({
        folder: join(cwd, "garden"),
        name: "garden",
        packageManager: "npm",
        isInstalled: false,
        isRepository: false,
      }),
    ]);
    expect(existsSync(join(cwd, "garden/.git"))).toBe(false);
  });

  it("leaves no placeholder, with any package manager", async () => {
    for (const each of ["npm", "pnpm", "yarn"]) {
      await init(each, "--no-install", "--no-git", "--package-manager", each);
      for (const { name, parentPath } of readdirSync(join(cwd, each), {
        recursive: true,
        withFileTypes: true,
      }).filter((file) => file.isFile())) {
        const text = readFileSync(join(parentPath, name), "utf8");
        expect(text).not.toMatch(/\$[a-z-]+\$|undefined|\n\n\n/);
      }
      expect(read(`${each}/README.md`)).toContain(`    ${each} install `);
    }
    expect(existsSync(join(cwd, "pnpm/pnpm-workspace.yaml"))).toBe(true);
    expect(existsSync(join(cwd, "yarn/.yarnrc.yml"))).toBe(true);
  });

  it.each([
    ["npm/11.19.1 node/v20.20.2 linux x64 workspaces/false", "npm run test"],
    ["pnpm/12.21.0 npm/? node/v20.20.2 linux x64", "pnpm run test"],
    ["yarn/1.22.22 npm/? node/v20.20.2 linux x64", "yarn run test"],
    ["bun/1.4.0 npm/? node/v24.0.0 linux x64", "npm run test"],
  ])("takes the package manager that says %s", async (agent, line) => {
    const env = { npm_config_user_agent: agent };
    const { stdout } = await runCli(["init", "garden", "--no-install"], { cwd, env });
    expect(stdout).toContain(line);
  });

  it.each([
    ["garden", "garden", "garden"],
    ["Mein Gärtchen", "mein-gartchen", "mein-gartchen"],
    ["a/b/My.App__2", "my.app__2", "my.app-2"],
    ["庭", "flyte-project", "flyte-project"],
    ["node_modules", "flyte-project", "flyte-project"],
  ])("names the project in the folder %j %s", async (folder, name, image) => {
    expect((await init(folder, "--no-install")).code).toBe(0);
    expect(manifest(folder)["name"]).toBe(name);
    expect(read(`${folder}/flyte.config.ts`)).toContain(`"ghcr.io/your-name/${image}:v1"`);
  });

  it("shows how to enter a folder with blanks", async () => {
    expect((await init("it's my garden", "--no-install")).stdout).toContain(`  cd 'it'\\''s my garden'\n`);
  });

  it("takes a name with a scope", async () => {
    await init("garden", "--no-install", "--name", "@acme/garden");
    expect(manifest()["name"]).toBe("@acme/garden");
    expect(read("garden/flyte.config.ts")).toContain(`"ghcr.io/your-name/garden:v1"`);
  });

  it.each([".", "./", ""])(
    "makes the project here, for %j, beside a repository that is there",
    async (folder) => {
      mkdirSync(join(cwd, ".git"));
      const { code, stdout, stderr } = await init(folder, "--no-install");
      if (folder === "") expect([code, stderr]).toEqual([2, expect.stringContaining("it needs a folder")]);
      else expect([code, stdout.includes("cd ")]).toEqual([0, false]);
      expect(readdirSync(join(cwd, ".git"))).toEqual([]);
    },
  );

  it.each(["Garden", "my garden", "@acme", "_x", "..", "a/b", "node_modules", "x".repeat(215), "gärten"])(
    "refuses the name %j",
    async (name) => {
      const { code, stderr } = await init("garden", "--name", name);
      expect(code).toBe(2);
      expect(stderr).toContain("[PROJECT_NOT_MADE]");
      expect(stderr).toContain("npm takes no package called");
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it("refuses a folder that is not empty, and says what is in it", async () => {
    mkdirSync(join(cwd, "garden"));
    for (const each of "gfedcba") writeFileSync(join(cwd, "garden", each), each);
    const { code, stderr } = await init("garden");
    expect(code).toBe(2);
    expect(stderr).toContain("it is not empty, but has a, b, c, d, e and 2 more");
    expect(readdirSync(join(cwd, "garden"))).toHaveLength(7);
  });

  it("refuses a file, and a folder in a file", async () => {
    writeFileSync(join(cwd, "garden"), "");
    for (const folder of ["garden", "garden/rose"]) {
      const { code, stderr } = await init(folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining("is a file")]);
    }
  });

  it.skipIf(process.getuid?.() === 0)("leaves nothing in a folder that cannot be written", async () => {
    chmodSync(cwd, 0o500);
    const { code, stderr } = await init("a/b");
    chmodSync(cwd, 0o700);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Choose a folder in which you may write.")]);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("asks nobody where nobody can answer", async () => {
    const { code, stderr } = await init();
    expect([code, stderr]).toEqual([2, expect.stringContaining("it needs a folder")]);
  });
});
