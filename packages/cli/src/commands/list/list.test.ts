import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const FLOWS = `import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
export const initial = task(
  { name: "text.initial", inputs: { s: t.string(), upper: t.boolean().default(false) }, output: t.string() },
  ({ s }) => s.slice(0, 1),
);
export const say = task({ name: "say", inputs: { s: t.string() } }, () => {});
export const both = workflow(
  { name: "both", inputs: { names: t.list(t.string()), at: t.optional(t.datetime()) }, outputs: { a: t.string(), n: t.int() } },
  () => ({ a: initial({ s: "x" }), n: 3 }),
);
export const daily = launchPlan(both, { name: "daily", fixedInputs: { names: ["ada"] } });
`;
const MAPS = `import { mapTask } from "@flytekit-ts/workflow";
import { say } from "./workflows.js";
export const sayAll = mapTask(say);
`;

describe("tsflyte list", () => {
  it("lists entities with their types and places", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS });
    const { code, stdout } = await runCli(["list"], { cwd });
    expect(code).toBe(0);
    const lines = stdout.split("\n").map((line) => line.replace(/ {2,}/g, " | ").trim());
    expect(lines).toEqual([
      "src/workflows.ts",
      "EXPORT | KIND | NAME | TAKES AND GIVES | LINE",
      "initial | task | text.initial | (s: string, upper?: boolean) -> string | 2",
      "say | task | say | (s: string) -> nothing | 6",
      "both | workflow | both | (names: list of string, at?: optional datetime) -> (a: string, n: int) | 7",
      "daily | launch plan | daily | (at?: optional datetime) -> (a: string, n: int) | 11",
      "",
    ]);
  });

  it("names a map after what it runs", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS, "src/maps.ts": MAPS });
    const { stdout } = await runCli(["list", "src/maps.ts"], { cwd });
    expect(stdout).toMatch(/^sayAll +map +map of say +\(s: list of string\) -> nothing +3$/m);
  });

  it("lists each file under its path", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS, "src/maps.ts": MAPS });
    const { stdout } = await runCli(["list", "src/maps.ts", "src/workflows.ts"], { cwd });
    expect(stdout.match(/^src\/.*$/gm)).toEqual(["src/maps.ts", "src/workflows.ts"]);
    expect(stdout).toContain("\n\nsrc/workflows.ts\nEXPORT");
  });

  it("prints an object for each entity", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS });
    const { objects } = await runCli(["list", "src/workflows.ts", "--json"], { cwd });
    expect(objects).toHaveLength(4);
    expect(objects[0]).toEqual({
      ...{ kind: "task", name: "text.initial", export: "initial" },
      ...{ file: join(cwd, "src/workflows.ts"), line: 2, column: expect.any(Number) },
      inputs: [
        { name: "s", type: "string", required: true },
        { name: "upper", type: "boolean", required: false, default: false },
      ],
      outputs: [{ name: "o0", type: "string" }],
    });
  });

  it("lists one kind, and says if there is none", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS, "empty.ts": "export const x = 1;" });
    const { objects } = await runCli(["list", "--kind", "launch-plan", "--json"], { cwd });
    expect(objects.map(({ name }) => name)).toEqual(["daily"]);
    const empty = await runCli(["list", "empty.ts"], { cwd });
    expect([empty.code, empty.stdout]).toEqual([0, "There is no task, workflow or launch plan.\n"]);
  });

  it("ends with a clear error for a file that is not there", async () => {
    const { code, stderr } = await runCli(["list", "none.ts"], { cwd: aProject({}) });
    expect(code).toBe(2);
    expect(stderr).toContain("[SOURCE_UNLOADABLE]");
  });
});
