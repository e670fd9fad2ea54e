import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const HELLO = fileURLToPath(new URL("../../../test/fixtures/hello.ts", import.meta.url));
const WATCH = fileURLToPath(new URL("../../../test/fixtures/watch.ts", import.meta.url));
let cwd = "";
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "run-"))));
const run = (...argv: readonly string[]): ReturnType<typeof runCli> =>
  runCli(["run", ...argv], { cwd, env: { XDG_STATE_HOME: join(cwd, "state") } });
const inputs = (values: object): readonly string[] => {
  writeFileSync(join(cwd, "inputs.json"), JSON.stringify(values));
  return ["--inputs-file", "inputs.json"];
};

const SEES_VARIABLES = `
import { t, task } from "@flytekit-ts/workflow";

const seen = process.env.SEEN;
const output = t.string();
const sees = task({ name: "f.seen", output }, () => [seen, process.env.SEEN].join(" "));
export { sees as seen };
export const takes = task({ name: "f.takes", inputs: { env: t.string() }, output }, ({ env }) => \`\${env} \${process.env.SEEN}\`);
export const only = task({ name: "f.only_" + (seen === "1" ? 1 : 0), output }, () => "");
export const needs = task({ name: "f.needs", output }, () => {
  if (process.env.NEEDED === undefined) throw new Error("NEEDED is missing");
  return process.env.NEEDED;
});
`;

describe("tsflyte run", () => {
  it.each([
    ["hello", {}, "Hello, you!\n"],
    ["hello.hello", { name: "Ada" }, "Hello, Ada!\n"],
    ["greet", { name: "Ada" }, "Hello, Ada!\n"],
    ["helloAll", {}, "Hello, all!\n"],
    ["hello.all", {}, "Hello, all!\n"],
    ["split", { n: 3 }, "half  1.5\nodd   true\n"],
  ])("prints what %s gives", async (entity, values, printed) => {
    const { code, stdout, stderr } = await run(HELLO, entity, ...inputs(values));
    expect(stderr).toContain("succeeded");
    expect({ code, stdout }).toEqual({ code: 0, stdout: printed });
  });

  it("takes --watch behind an entity for its input, if it has one of that name", async () => {
    expect(await run(WATCH, "guard", "--watch")).toMatchObject({ code: 0, stdout: "awake\n" });
    expect((await run(HELLO, "hello", "--watch")).stderr).toContain("--watch needs the program tsflyte");
  });

  it("lists what a file has, and asks for one of it", async () => {
    const { code, stdout, stderr } = await run(HELLO);
    expect(code).toBe(2);
    expect(stdout).toContain("hello.greet");
    expect(stderr).toContain("[USAGE_INVALID] tsflyte run: ENTITY is missing.");
  });

  it.each([
    ["const", "hello"],
    ["export const", undefined],
    ["// const", undefined],
  ])("says of %s hello whether it was only not exported", async (declared, forgotten) => {
    writeFileSync(join(cwd, "flow.mjs"), `${declared} hello = 1;\nexport const helloAll = 2;\n`);
    const { code, stderr } = await run("flow.mjs", "hello");
    expect([code, stderr]).toEqual([2, expect.stringContaining("[ENTITY_NOT_IN_FILE]")]);
    expect(stderr.includes("hello is declared there, but not exported: write `export` before it.")).toBe(
      forgotten !== undefined,
    );
  });

  it("prints one object for each event, and nothing else", async () => {
    for (const argv of [
      [HELLO, "hello", "--json"],
      ["--json", HELLO, "hello"],
    ]) {
      const { objects, stderr } = await run(...argv);
      expect(stderr).toBe("");
      expect(objects.map(({ kind }) => kind)).toEqual([
        "run-started",
        "node-started",
        "node-succeeded",
        "run-succeeded",
      ]);
      const of = { run: objects[0]?.["run"], at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown };
      expect(objects[2]).toEqual({
        kind: "node-succeeded",
        ...of,
        node: "n0",
        name: "greet",
        entity: "hello.greet",
        attempt: 0,
        duration: expect.any(Number) as unknown,
        outputs: { o0: "Hello, you!" },
      });
      expect(objects[3]).toEqual({
        kind: "run-succeeded",
        ...of,
        entity: "hello.hello",
        duration: expect.any(Number) as unknown,
        outputs: { o0: "Hello, you!" },
      });
    }
  });

  it("shows what failed, with the author's line", async () => {
    const { code, stdout, stderr } = await run(HELLO, "broken");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("TASK_FAILED RangeError: there is nobody");
    expect(stderr).toMatch(/> +9 │ +throw new RangeError\("there is nobody"\);\n +│ +\^/);
  });

  it.each([
    [["--approve", "fine", "--answer", "name=Ada"], 0, "Hello, Ada!\n", ""],
    [["--approve", "fine", "--answer", "name=a=b"], 0, "Hello, a=b!\n", ""],
    [["--reject", "fine", "--answer", "name=Ada"], 1, "", "GATE_REJECTED"],
    [["--answer", "name=Ada"], 1, "", "Add `--approve fine` or `--reject fine`"],
    [["--approve", "fine"], 1, "", "Add `--answer name=VALUE`"],
    [["--answer", "nam=Ada"], 2, "", "perhaps name is meant"],
    [["--answer", "name"], 2, "", "--answer takes NAME=VALUE"],
  ])("answers gates: %j", async (argv, wanted, printed, said) => {
    const { code, stdout, stderr } = await run(HELLO, "signed", ...argv);
    expect({ code, stdout }).toEqual({ code: wanted, stdout: printed });
    expect(stderr).toContain(said);
  });

  it.each([
    ["Ada\ny\n", 0, "Hello, Ada!\n", "Approve fine?"],
    ["Ada\nperhaps\nyes\n", 0, "Hello, Ada!\n", "Answer y to approve it, or n to reject it."],
    ["Ada\nn\n", 1, "", "GATE_REJECTED"],
    ["Ada\n", 1, "", "GATE_UNANSWERED"],
    ["", 1, "", "GATE_UNANSWERED"],
  ])("asks on a terminal: %j", async (stdin, wanted, printed, said) => {
    const around = { cwd, env: { XDG_STATE_HOME: join(cwd, "state") }, columns: 100, stdin };
    const { code, stdout, stderr } = await runCli(["run", "--no-color", HELLO, "signed"], around);
    expect({ code, stdout }).toEqual({ code: wanted, stdout: printed });
    expect(stderr).toContain("name (string): ");
    expect(stderr).toContain(said);
    const failing = await runCli(["run", "--gates", "fail", HELLO, "signed"], around);
    expect(failing.code).toBe(1);
    expect(failing.stderr).not.toContain("name (string): ");
  });

  it("keeps what tasks print out of the objects", async () => {
    const { code, objects } = await run(HELLO, "chatty", "--json");
    expect(code).toBe(0);
    expect(objects.at(-1)).toMatchObject({ kind: "run-succeeded", outputs: {} });
    expect((await run(HELLO, "chatty")).stdout).toBe("");
  });

  it("is silent but for results and failures with --quiet", async () => {
    expect(await run("-q", HELLO, "hello")).toMatchObject({ stdout: "Hello, you!\n", stderr: "" });
    const { stderr } = await run("-q", HELLO, "broken");
    expect(stderr).toMatch(/^✗ fail \(n0\)\n/);
  });

  it("names the page of a code, and shows stacks with --verbose", async () => {
    const { stderr } = await run("-v", HELLO, "broken");
    expect(stderr).toContain("/docs/errors/TASK_FAILED.md\n");
    expect(stderr.match(/^ {2}at .*hello\.ts:/gm)?.length).toBeGreaterThan(1);
  });

  it("sets variables for the run, and sets them back", async () => {
    const ran = await run("--env", "A_SURE_THING=x=1", HELLO, "variable", "--env", "ANOTHER=");
    expect(ran).toMatchObject({ code: 0, stdout: "x=1\n" });
    expect(process.env["A_SURE_THING"]).toBeUndefined();
    expect((await run(HELLO, "variable", "--env", "=1")).code).toBe(2);
  });

  it.each([
    ["in front", ["--env", "SEEN=early", "f.ts", "seen"], "early early\n"],
    ["behind", ["f.ts", "seen", "--env", "SEEN=late"], "late late\n"],
    ["behind, in one word", ["f.ts", "seen", "--env=SEEN=a=b"], "a=b a=b\n"],
    ["on both sides", ["--env", "SEEN=1", "f.ts", "seen", "--env", "SEEN=2"], "2 2\n"],
    ["behind, for an input of that name", ["f.ts", "takes", "--env", "SEEN=mine"], "SEEN=mine undefined\n"],
    ["in front of such an input", ["--env", "SEEN=1", "f.ts", "takes", "--env", "x"], "x 1\n"],
  ])("sets variables before modules are loaded, given %s", async (_where, argv, printed) => {
    const project = aProject({ "f.ts": SEES_VARIABLES });
    const env = { XDG_STATE_HOME: join(cwd, "state") };
    expect(await runCli(["run", ...argv], { cwd: project, env })).toMatchObject({ code: 0, stdout: printed });
    expect(process.env["SEEN"]).toBeUndefined();
  });

  it("sets variables where a file is listed, and where a run goes on or is repeated", async () => {
    const project = aProject({ "f.ts": SEES_VARIABLES });
    const around = { cwd: project, env: { XDG_STATE_HOME: join(cwd, "state") } };
    const listed = await runCli(["run", "--env", "SEEN=1", "f.ts"], around);
    expect(listed.stdout).toContain("only_1");
    const failed = await runCli(["run", "f.ts", "needs"], around);
    expect(failed.code).toBe(1);
    for (const again of ["resume", "rerun"])
      expect((await runCli(["runs", again, "last", "--env", "NEEDED=it"], around)).stdout).toBe("it\n");
  });

  it("ends when it is told to, and says how to go on", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const onError = (text: string): void => {
      if (text.includes("hello.endless started")) controller.abort(new Error("Ctrl-C was pressed"));
    };
    const around = { cwd, env: { XDG_STATE_HOME: join(cwd, "state") }, signal, onError };
    const { code, stdout, stderr } = await runCli(["run", HELLO, "endless"], around);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toMatch(/`tsflyte runs resume [\da-f]{8}` goes on from here\./);
  });

  it.each([
    [[HELLO], 2],
    [[HELLO, "--help"], 0],
  ])("lists what a file exports: %j", async (argv, wanted) => {
    const { code, stdout } = await run(...argv);
    expect(code).toBe(wanted);
    expect(stdout).toMatch(/^helloAll {2,}launch plan {2,}hello\.all {2,}\(name\?: string\) -> string$/m);
  });

  it("shows the inputs of an entity as flags", async () => {
    const { code, stdout } = await run(HELLO, "sum", "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: tsflyte run .*hello\.ts sum\s+\[INPUTS\]/m);
    expect(stdout).toMatch(/^ +--x VALUE +int \(required\)$/m);
    expect(stdout).toMatch(/^ +--note VALUE +string \(default: ""\)$/m);
    const { objects } = await run(HELLO, "sum", "--help", "--json");
    expect(objects).toMatchObject([{ kind: "workflow", name: "hello.sum" }]);
  });

  it("takes inputs as flags, among options of its own", async () => {
    expect(await run(HELLO, "sum", "-q", "--x", "5", "--concurrency", "1")).toMatchObject({
      code: 0,
      stdout: "15\n",
      stderr: "",
    });
    expect((await run(HELLO, "greet", "--name=--concurrency")).stdout).toBe("Hello, --concurrency!\n");
  });

  it.each([
    [[HELLO, "hallo"], "ENTITY_NOT_IN_FILE", "Did you mean hello?"],
    [["hallo.ts", "hello"], "SOURCE_UNLOADABLE", "Give a file"],
    [[HELLO, "hello", "--concurrency", "x"], "USAGE_INVALID", "a whole number"],
    [[HELLO, "hello", "--concurrency", "0"], "CONCURRENCY_INVALID", "concurrency"],
    [[HELLO, "hello", "more"], "USAGE_INVALID", '"more" belongs to no flag'],
    [[HELLO, "greet"], "INPUTS_INVALID", "--name is missing"],
    [[HELLO, "split", "--n", "1.5"], "INPUTS_INVALID", "whole number"],
    [[HELLO, "split", "--m", "1"], "USAGE_INVALID", "--n"],
  ])("refuses %j", async (argv, error, said) => {
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`[${error}]`);
    expect(stderr).toContain(said);
    const { objects } = await run(...argv, "--json");
    expect(objects).toMatchObject([{ kind: "error", code: error }]);
  });
});
