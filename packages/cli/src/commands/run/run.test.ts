import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../../test/support/run-cli.js";

const HELLO = fileURLToPath(new URL("../../../test/fixtures/hello.ts", import.meta.url));
let cwd = "";
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "run-"))));
const run = (...argv: readonly string[]): ReturnType<typeof runCli> =>
  runCli(["run", ...argv], { cwd, env: { XDG_STATE_HOME: join(cwd, "state") } });
const inputs = (values: object): readonly string[] => {
  writeFileSync(join(cwd, "inputs.json"), JSON.stringify(values));
  return ["--inputs-file", "inputs.json"];
};

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
    [[HELLO], 2],
    [[HELLO, "--help"], 0],
  ])("lists what a file exports: %j", async (argv, wanted) => {
    const { code, stdout } = await run(...argv);
    expect(code).toBe(wanted);
    expect(stdout).toMatch(/^helloAll {2,}launch-plan {2,}hello\.all$/m);
  });

  it.each([
    [[HELLO, "hallo"], "ENTITY_NOT_IN_FILE", "Did you mean hello?"],
    [["hallo"], "USAGE_INVALID", "Give the path of a file"],
    [["hallo.ts", "hello"], "SOURCE_UNLOADABLE", "Give a file"],
    [[HELLO, "hello", "--concurrency", "x"], "USAGE_INVALID", "a whole number"],
    [[HELLO, "hello", "--concurrency", "0"], "CONCURRENCY_INVALID", "concurrency"],
    [[HELLO, "hello", "more"], "USAGE_INVALID", "too many arguments"],
    [[HELLO, "greet"], "RUN_INPUTS_INVALID", "name"],
  ])("refuses %j", async (argv, error, said) => {
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`[${error}]`);
    expect(stderr).toContain(said);
    const { objects } = await run(...argv, "--json");
    expect(objects).toMatchObject([{ kind: "error", code: error }]);
  });
});
