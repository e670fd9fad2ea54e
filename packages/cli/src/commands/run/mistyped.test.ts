import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const FLOWS = `import { t, task } from "@flytekit-ts/workflow";
export const daily = task({ name: "garden.daily", output: t.int() }, () => 1);
`;
const files = {
  "tasks.py": "",
  "src/tasks.ts": FLOWS,
  "src/workflows.ts": FLOWS,
  "src/flowers/roses.ts": FLOWS,
  "src/workflows.test.ts": "",
};
const HOST = "127.0.0.1:1";

describe("a mistyped file or entity", () => {
  it.each([
    ["workflow", "Did you mean the file src/workflows.ts?"],
    ["workflows", "Did you mean the file src/workflows.ts?"],
    ["Workflows", "Did you mean the file src/workflows.ts?"],
    ["workflows.py", "Did you mean the file src/workflows.ts?"],
    ["rose", "Did you mean the file src/flowers/roses.ts?"],
    ["daily", "Did you mean `tsflyte run src/workflows.ts daily`?"],
    ["garden.daily", "Did you mean `tsflyte run src/workflows.ts daily`?"],
    ["dayly", "Did you mean `tsflyte run src/workflows.ts daily`?"],
    ["xyzzy", "name the cluster: `--endpoint HOST`"],
  ])("as a word is told at once where no cluster is named: %s", async (word, advice) => {
    const cwd = aProject(files);
    for (const more of [[], ["daily"], ["--help"], ["--x", "1"]]) {
      const { code, stderr } = await runCli(["run", word, ...more], { cwd });
      expect(stderr).toContain(
        `[USAGE_INVALID] tsflyte run: there is no file ${word} here, and no cluster is`,
      );
      expect(stderr).toContain(advice);
      expect(code).toBe(2);
    }
  });

  it("is told by what is written in modules, none of which is loaded for it", async () => {
    const cwd = aProject({
      "flyte.config.ts": `export default { modules: ["src/first.ts", "src/index.ts"] };`,
      "src/first.ts": `import { writeFileSync } from "node:fs";\nwriteFileSync("loaded", "");\n${FLOWS}`,
      "src/index.ts": `import "./first.js";\nexport * from "./roses.js";\nexport { water as pour } from "./water.js";`,
      "src/roses.ts": FLOWS.replaceAll("daily", "prune"),
      "src/water.ts": `export const pour = 1;\nexport const water = 2;\nthrow new Error("loaded");`,
    });
    for (const [word, meant] of [
      ["daly", "src/first.ts daily"],
      ["garden.prune", "src/index.ts prune"],
      ["prun", "src/index.ts prune"],
    ] as const) {
      const { code, stderr } = await runCli(["run", word], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining(`Did you mean \`tsflyte run ${meant}\`?`)]);
    }
    expect((await runCli(["run", "pouring"], { cwd })).stderr).not.toContain("Did you mean `");
    expect(existsSync(join(cwd, "loaded")) || existsSync("loaded")).toBe(false);
  });

  it("as a word is looked for on the cluster that is named", async () => {
    const cwd = aProject(files);
    const ways = [
      { argv: ["--endpoint", HOST, "--insecure"], env: {} },
      { argv: [], env: { FLYTE_PLATFORM_URL: HOST, FLYTE_PLATFORM_INSECURE: "true" } },
    ];
    for (const { argv, env } of ways) {
      const { code, stderr } = await runCli(["run", ...argv, "workflow"], { cwd, env });
      expect(stderr).toContain(`There is no file workflow here: looking for it on ${HOST}`);
      expect(stderr).toContain("[CLUSTER_UNREACHABLE]");
      expect(code).toBe(1);
    }
  });

  it.each([
    ["src/workflow", "Did you mean src/workflows.ts?"],
    ["src/workflow.ts", "Did you mean src/workflows.ts?"],
    ["src/workflows.py", "Did you mean src/workflows.ts?"],
    ["src/workflows.js", "Did you mean src/workflows.ts?"],
    ["workflows.ts", "Did you mean src/workflows.ts?"],
    ["sources/workflows.ts", "Did you mean src/workflows.ts?"],
    ["src/roses.ts", "Did you mean src/flowers/roses.ts?"],
    ["src", "Give one of its files: src/tasks.ts, src/workflows.ts, src/flowers/roses.ts."],
    ["src/empty", "Give a file of JavaScript or TypeScript that exports tasks or workflows."],
    ["package.json", "Give a file of JavaScript or TypeScript that exports tasks or workflows."],
    ["tasks.py", "Give a file of JavaScript or TypeScript that exports tasks or workflows."],
    [
      "src/workflow-of-another.ts",
      "Give a file of JavaScript or TypeScript that exports tasks or workflows.",
    ],
    ["../nothing/anywhere.ts", "Give a file of JavaScript or TypeScript that exports tasks or workflows."],
  ])("as a path is told with the nearest file: %s", async (path, advice) => {
    const cwd = aProject(files);
    mkdirSync(join(cwd, "src/empty"));
    for (const argv of [
      ["run", path],
      ["run", path, "daily"],
      ["list", path],
      ["graph", path, "daily"],
    ]) {
      const { code, stderr } = await runCli(argv, { cwd });
      expect(stderr).toContain("[SOURCE_UNLOADABLE]");
      expect(stderr).toContain(`hint: ${advice}\n`);
      expect(code).toBe(2);
    }
  });

  it.each([
    [["list", "workflow"], "Did you mean the file src/workflows.ts?"],
    [["list", "daily"], "Did you mean `tsflyte inspect src/workflows.ts daily`?"],
    [["graph", "workflow"], "Did you mean the file src/workflows.ts?"],
    [["graph", "garden.daily"], "Did you mean `tsflyte graph src/workflows.ts daily`?"],
    [["inspect", "src/workflow.ts"], "Did you mean src/workflows.ts?"],
    [["inspect", "workflow"], "Did you mean src/workflows.ts?"],
    [["inspect", "dayly"], "Did you mean daily?"],
    [["check", "src/workflow"], "Did you mean src/workflows.ts?"],
    [["package", "src/workflow", "--image", "a/b:1"], "Did you mean src/workflows.ts?"],
    [["register", "workflows.ts", "--image", "a/b:1"], "Did you mean src/workflows.ts?"],
    [["serialize", "src", "--image", "a/b:1"], "Give one of its files: "],
    [["build", "workflow"], "Did you mean src/workflows.ts?"],
    [["package", "x".repeat(300), "--image", "a/b:1"], "a name in the path is too long"],
  ])("is told by the commands that read sources: %j", async (argv, advice) => {
    const { code, stdout, stderr } = await runCli(argv, { cwd: aProject(files) });
    expect(stdout + stderr).toContain(advice);
    expect(code).toBeGreaterThan(0);
  });

  it("is no reason to load modules that fail, or to look through a whole disk", async () => {
    const cwd = aProject({ "src/workflows.ts": "throw 5;" });
    expect((await runCli(["run", "workflow"], { cwd })).stderr).toContain("the file src/workflows.ts?");
    expect((await runCli(["run", "/nowhere.ts", "x"], { cwd })).stderr).toContain("[SOURCE_UNLOADABLE]");
  });
});
