import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../../test/support/run-cli.js";

const PACKAGES = join(import.meta.dirname, "../../../..");
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "completion-"));
  cpSync(join(PACKAGES, "cli/template"), cwd, { recursive: true });
  mkdirSync(join(cwd, "node_modules/@flytekit-ts"), { recursive: true });
  for (const name of ["core", "workflow", "local-exec", "cli"])
    symlinkSync(join(PACKAGES, name), join(cwd, "node_modules/@flytekit-ts", name));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What zsh is told for words, without what they are: the first is who completes. */
async function told(...words: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runCli(["completion", "zsh", "--", ...words], {
    cwd,
    env: { HOME: cwd },
  });
  expect([code, stderr]).toEqual([0, ""]);
  const [by = "", ...lines] = stdout.trimEnd().split("\n");
  return [by, ...lines.map((line) => line.replace(/:.*/, ""))];
}

describe("tsflyte completion", () => {
  it.each(["bash", "zsh", "fish"])("prints the script for %s", async (shell) => {
    const { code, stdout } = await runCli(["completion", shell]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`completion ${shell} -- `)]);
    expect((await runCli(["completion", shell, "--json"])).objects).toEqual([{ shell, script: stdout }]);
  });

  it.each([
    [["powershell"], 'SHELL is one of bash, zsh, fish, not "powershell"'],
    [[], "tsflyte completion"],
  ])("refuses %j", async (argv, problem) => {
    const { code, stderr } = await runCli(["completion", ...argv]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
  });

  it("completes commands and groups", async () => {
    expect(await told("")).toEqual(
      expect.arrayContaining(["words", "init", "run", "execution", "completion"]),
    );
    expect(await told("ver")).toEqual(["words", "version"]);
    expect(await told("execution", "li")).toEqual(["words", "list"]);
    expect(await told("--profile", "x", "-q", "ver")).toEqual(["words", "version"]);
    expect(await told("nothing-of-the-kind", "")).toEqual(["words"]);
  });

  it("completes options that are not there yet, and their values", async () => {
    expect(await told("init", "--n")).toEqual(["words", "--name", "--no-install", "--no-git", "--no-color"]);
    expect(await told("init", "--name", "x", "--na")).toEqual(["words"]);
    expect(await told("init", "--package-manager", "")).toEqual(["words", "npm", "pnpm", "yarn"]);
    expect(await told("init", "--package-manager=p")).toEqual(["words", "--package-manager=pnpm"]);
    expect(await told("--js")).toEqual(["words", "--json"]);
    expect(await told("completion", "f")).toEqual(["words", "fish"]);
  });

  it("leaves paths to the shell", async () => {
    expect(await told("run", "")).toEqual(["file"]);
    expect(await told("list", "a.ts", "b")).toEqual(["file"]);
    expect(await told("--config", "")).toEqual(["file"]);
    expect(await told("init", "")).toEqual(["directory"]);
    expect(await told("init", "garden", "")).toEqual(["words"]);
    expect(await told("version", "")).toEqual(["words"]);
  });

  it("completes profiles", async () => {
    expect(await told("check", "--profile", "")).toEqual(["words", "production"]);
  });

  it("completes runs, the newest first", async () => {
    for (const rain of ["1", "2"]) {
      const argv = ["run", "src/workflows.ts", "garden", "--rain", rain];
      expect((await runCli(argv, { cwd, env: { HOME: cwd } })).code).toBe(0);
    }
    const [by, ...ids] = await told("runs", "show", "");
    expect([by, ids.length]).toEqual(["words", 2]);
    expect(await told("runs", "diff", ids[0] ?? "", "")).toEqual(["words", ...ids]);
    expect(await told("runs", "show", (ids[1] ?? "").slice(0, -1))).toContain(ids[1]);
  });

  it("looks where the options that were typed before say", async () => {
    const other = mkdtempSync(join(tmpdir(), "other-"));
    const file = join(other, "other.config.mjs");
    writeFileSync(file, "export default { profiles: { night: {}, noon: {} } };");
    expect(await told("list", "--config", file, "--profile", "n")).toEqual(["words", "night", "noon"]);
    expect(await told("--profile", "none", "runs", "show", "")).toEqual(["words"]);
    expect(await told(`--config=${file}`, "list", "--profile", "ni")).toEqual(["words", "night"]);
  });

  it("completes what a file exports", async () => {
    const all = ["look", "water", "waterAll", "report", "garden", "everyMorning"];
    expect(await told("run", "src/workflows.ts", "")).toEqual(["words", ...all]);
    expect(await told("graph", "src/workflows.ts", "ga")).toEqual(["words", "garden"]);
    expect(await told("run", "src/gone.ts", "")).toEqual(["words"]);
  });

  it("completes the inputs of what is run, and the command's own options behind them", async () => {
    const run = ["run", "src/workflows.ts"];
    expect(await told(...run, "garden", "")).toEqual(["words", "--rain"]);
    expect(await told(...run, "water", "")).toEqual(["words", "--bed", "--rain"]);
    expect(await told(...run, "water", "--rain", "2", "")).toEqual(["words", "--bed"]);
    expect(await told(...run, "water", "--rain", "")).toEqual(["words"]);
    expect(await told(...run, "garden", "--gates", "")).toContain("ask");
    expect(await told(...run, "garden", "--r")).toEqual(
      expect.arrayContaining(["words", "--rain", "--reject"]),
    );
    expect(await told(...run, "nothing", "")).toEqual(["words"]);
  });

  it("is fit for each shell", async () => {
    const lineOf = async (shell: string, ...words: readonly string[]) =>
      (await runCli(["completion", shell, "--", ...words], { cwd })).stdout.trimEnd().split("\n");
    expect(await lineOf("bash", "tsflyte 'init' --package-manager=p")).toEqual(["words", "pnpm"]);
    expect(await lineOf("bash", String.raw`tsflyte run src/work\flows.ts ga`)).toEqual(["words", "garden"]);
    expect((await lineOf("fish", "ver"))[1]).toMatch(/^version\tPrint/);
    expect((await lineOf("zsh", "ver"))[1]).toMatch(/^version:Print/);
  });
});
