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
    expect(lines.slice(1)).toEqual([
      "initial | text.initial | task | (s: string, upper?: boolean) -> string | src/workflows.ts:2",
      "say | say | task | (s: string) -> nothing | src/workflows.ts:6",
      "both | both | workflow | (names: list of string, at?: optional datetime) -> (a: string, n: int) | src/workflows.ts:7",
      "daily | daily | launch-plan | (at?: optional datetime) -> (a: string, n: int) | src/workflows.ts:11",
      "",
    ]);
  });

  it("names a map after what it runs", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS, "src/maps.ts": MAPS });
    const { stdout } = await runCli(["list", "src/maps.ts"], { cwd });
    expect(stdout).toMatch(
      /^sayAll +\(each of say\) +map +\(s: list of string\) -> nothing +src\/maps\.ts:3$/m,
    );
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
