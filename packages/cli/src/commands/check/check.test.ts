import { describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const GOOD = `import { t, task, workflow } from "@flytekit-ts/workflow";
export const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
export const area = workflow({ name: "area", inputs: { side: t.int() }, output: t.int() }, ({ side }) => square({ x: side }));
`;

const BAD = `import { t, task, workflow } from "@flytekit-ts/workflow";
const scale = task({ name: "scale", inputs: { x: t.float(), by: t.int() }, output: t.float() }, ({ x, by }) => x * by);
export const report = workflow({ name: "report", inputs: { n: t.int() }, output: t.float() }, ({ n }) => {
  n.gt(3);
  return scale({ x: n as never, by: 2 }, { id: "start-node" });
});
export const other = workflow({ name: "other", inputs: { n: t.int() } }, ({ n }) => {
  scale({ x: 1.5, by: n, of: 3 } as never);
});
`;

describe("tsflyte check", () => {
  it("says that all is well", async () => {
    const cwd = aProject({ "src/workflows.ts": GOOD });
    const { code, stdout, stderr } = await runCli(["check"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("No errors and no warnings in 2 entities of 1 file.\n");
  });

  it("says all problems of all workflows at once, each with its place", async () => {
    const cwd = aProject({ "src/workflows.ts": BAD, "src/broken.ts": "export const x = ;" });
    const { code, stdout } = await runCli(["check", "src/workflows.ts", "src/broken.ts"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^\[CONDITION_UNUSED\] .*\n  at src\/workflows\.ts:4:5\n.*\n.*\n  > 4 . {3}n\.gt\(3\);\n/m,
    );
    expect(stdout).toMatch(/^\[BINDING_TYPE_MISMATCH\] .*\n  at src\/workflows\.ts:5:10\n/m);
    expect(stdout).toMatch(/^\[INPUT_UNKNOWN\] .*\n  at src\/workflows\.ts:8:3\n/m);
    expect(stdout).toContain("[SOURCE_UNLOADABLE]");
    expect(stdout).toMatch(/\d errors and no warnings in 2 entities of 2 files\.\n$/);
    const { objects } = await runCli(["check", "--json", "src/workflows.ts"], { cwd });
    expect(objects[0]).toMatchObject({
      kind: "problem",
      severity: "error",
      code: "CONDITION_UNUSED",
      location: { line: 4, column: 5 },
    });
    expect(objects.at(-1)).toMatchObject({ kind: "summary", entities: 2, warnings: 0 });
  });

  it("checks every profile, and says which ones have a problem", async () => {
    const cwd = aProject({
      "src/workflows.ts": GOOD.replace('name: "square",', 'name: "square", image: "{{.image.gpu}}",'),
      "flyte.config.ts": `export default {
  images: { gpu: "ghcr.io/acme/gpu:v1" },
  profiles: { dev: {}, prod: { image: "no tag here" } },
};`,
    });
    const { code, stdout } = await runCli(["check"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("only with profile prod");
    expect(stdout).toMatch(/, under 2 profiles\.\n$/);
    expect((await runCli(["check", "--profile", "dev"], { cwd })).code).toBe(0);
  });

  it("finds TypeScript where containers would load it as it is", async () => {
    const config = `export default { profiles: { files: { code: "files" } } };`;
    const cwd = aProject({ "src/workflows.ts": GOOD, "flyte.config.ts": config });
    const { code, stdout } = await runCli(["check"], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringContaining("[MODULE_IS_TYPESCRIPT]")]);
    expect(stdout).toContain("only with profile files");
  });

  it("goes on behind a body that throws", async () => {
    const thrower = `import { t, workflow } from "@flytekit-ts/workflow";
export const thrower = workflow({ name: "thrower" }, () => {
  throw new TypeError("ouch");
});
`;
    const cwd = aProject({ "a.ts": thrower, "b.ts": BAD });
    const { code, stdout } = await runCli(["check", "a.ts", "b.ts"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\[.*ouch.*\n  at a\.ts:3:9\n/m);
    expect(stdout).toContain("  at b.ts:4:5\n");
  });

  it("counts warnings as errors if it is told to", async () => {
    const warns = GOOD.replace("square({ x: side })", 'square({ x: side }, { cache: { version: "1" } })');
    const cwd = aProject({ "src/workflows.ts": warns });
    const plain = await runCli(["check"], { cwd });
    expect([plain.code, plain.stdout]).toEqual([
      0,
      expect.stringContaining("warning [CACHE_OVERRIDE_IGNORED]"),
    ]);
    expect((await runCli(["check", "--strict"], { cwd })).code).toBe(1);
    expect((await runCli(["check", "--max-warnings", "1"], { cwd })).code).toBe(0);
    expect((await runCli(["check", "--max-warnings", "0"], { cwd })).stderr).toContain(
      "more warnings than 0",
    );
  });

  it("says what to do where there is nothing to check", async () => {
    const { code, stderr } = await runCli(["check"], { cwd: aProject({}) });
    expect(code).toBe(2);
    expect(stderr).toContain("[USAGE_INVALID]");
    expect(stderr).toContain('modules: ["src/workflows.ts"]');
  });
});

it("shows no line of the command line as the place of a fault", async () => {
  const cwd = aProject({
    "tasks.ts": `import { task } from "@flytekit-ts/workflow";\nexport const water = task({ name: "water" }, () => {});\n`,
    "flyte.config.ts": `export default { modules: ["tasks.ts"], image: "a/b:1", profiles: { odd: { project: "No Name" } } };\n`,
  });
  const { code, objects } = await runCli(["check", "--json"], { cwd });
  expect(code).toBe(1);
  expect(objects[0]).toMatchObject({ code: "SETTINGS_INVALID", profiles: ["odd"] });
  expect(objects[0]?.["hint"]).toContain("`tsflyte info`");
  expect(objects[0]).not.toHaveProperty("location");
});
