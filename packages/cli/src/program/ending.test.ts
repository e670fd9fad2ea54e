import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aProject } from "../../test/support/a-project.js";
import { runCli } from "../../test/support/run-cli.js";

// Tells the test that it is being loaded, and never comes to an end.
const HANGS = `globalThis.isLoaded();
setInterval(() => {}, 2 ** 30).unref();
await new Promise(() => {});
export const one = 1;
`;
const CONFIG = `globalThis.isLoaded?.();
export default { image: "ghcr.io/acme/tasks:v1", modules: ["src/workflows.ts"] };
`;
const IMAGE = ["--image", "ghcr.io/acme/tasks:v1"];
const REASON = new DOMException("Ctrl-C was pressed", "AbortError");
const known = globalThis as { isLoaded?: () => void };
let folder = "";
const bundles = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith("tsflyte-bundle"));
let ending = new AbortController();

beforeEach(() => {
  ending = new AbortController();
  known.isLoaded = () => ending.abort(REASON);
  // Bundles are loaded from a folder below this one.
  folder = join(aProject({}), "temporary");
  mkdirSync(folder);
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  delete known.isLoaded;
  vi.unstubAllEnvs();
});

describe("a command that is ended while a module is loaded", () => {
  it.each([
    [["list", "src/workflows.ts"]],
    [["run", "src/workflows.ts"]],
    [["run", "src/workflows.ts", "one"]],
    [["run", "src/workflows.ts", "one", "--watch"]],
    [["run", "src/workflows.ts", "one", "--remote", ...IMAGE]],
    [["graph", "src/workflows.ts"]],
    [["graph", "src/workflows.ts", "one", "-o", "out.svg"]],
    [["inspect", "src/workflows.ts", "one"]],
    [["check", "src/workflows.ts"]],
    [["build", "src/workflows.ts"]],
    [["package", "src/workflows.ts", ...IMAGE, "-o", "out.tgz"]],
    [["package", "src/workflows.ts", ...IMAGE, "--code", "image", "-o", "out.tgz"]],
    [["serialize", "src/workflows.ts", ...IMAGE, "-o", "out"]],
    [["register", "src/workflows.ts", ...IMAGE, "--dry-run"]],
    [["serve", "connector", "src/workflows.ts"]],
  ])("ends at once, and leaves nothing: %j", async (argv) => {
    const cwd = aProject({ "src/workflows.ts": HANGS });
    const before = readdirSync(cwd);
    const { code, stdout, stderr } = await runCli(argv, { cwd, env: { HOME: cwd }, signal: ending.signal });
    expect(stderr).toContain("[COMMAND_ENDED] The command was ended before it was done: Ctrl-C was pressed.");
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(readdirSync(cwd)).toEqual(before);
    expect(bundles()).toEqual([]);
  });

  it("ends where the configuration waits", async () => {
    const cwd = aProject({ "flyte.config.ts": HANGS });
    const { code, stderr } = await runCli(["info"], { cwd, signal: ending.signal });
    expect(stderr).toContain("[COMMAND_ENDED]");
    expect(code).toBe(130);
  });

  it("ends while it bundles, and writes no package", async () => {
    const cwd = aProject({
      "flyte.config.ts": CONFIG,
      "src/workflows.ts": `import { t, task } from "@flytekit-ts/workflow";
export const one = task({ name: "one", output: t.int() }, () => 1);
`,
    });
    // The bundler works on by then.
    known.isLoaded = () => setTimeout(() => ending.abort(REASON), 20);
    expect((await runCli(["package"], { cwd, signal: ending.signal })).code).toBe(130);
    expect(existsSync(join(cwd, "flyte-package.tgz"))).toBe(false);
    expect(bundles()).toEqual([]);
    expect((await runCli(["package"], { cwd })).code).toBe(0);
  });
});
