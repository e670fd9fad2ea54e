import { describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const FLOWS = `import { conditional, cron, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
export const square = task(
  {
    name: "square",
    docs: "Multiply a number by itself.",
    inputs: { x: t.int() },
    output: t.int(),
    retries: 2,
    timeout: "5 minutes",
    resources: { cpu: "1", memory: "2Gi" },
    environment: { TOKEN: "hush" },
    cache: { version: "3" },
  },
  ({ x }) => x * x,
);
export const area = workflow(
  { name: "geo.area", inputs: { side: t.int().describe("in metres"), names: t.list(t.int()).default([1]) }, outputs: { size: t.int(), all: t.list(t.int()) } },
  ({ side, names }) => {
    const first = square({ x: side });
    const size = conditional("size")
      .if(first.gt(100).and(side.lt(3)), () => square({ x: first }))
      .fail("too small");
    const all = mapTask(square)({ x: names }, { after: [size] });
    return { size, all };
  },
);
export const daily = launchPlan(area, { name: "daily", fixedInputs: { side: 4 }, schedule: cron("0 6 * * *") });
`;

describe("tsflyte inspect", () => {
  it("shows a task", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS });
    const { code, stdout } = await runCli(["inspect", "src/workflows.ts", "square"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^task square\nexported as square, declared at src\/workflows\.ts:2\n\nMultiply a number by itself\.\n/,
    );
    expect(stdout).toMatch(/^retries +2$/m);
    expect(stdout).toMatch(/^timeout +300s$/m);
    expect(stdout).toContain('{"requests":{"cpu":"1","memory":"2Gi"},"limits":{}}');
    expect(stdout).toMatch(/^environment +TOKEN$/m);
    expect(stdout).not.toContain("hush");
  });

  it("shows the nodes of a workflow, and what it uses", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS });
    const { objects } = await runCli(["inspect", "area", "--json"], { cwd });
    expect(objects[0]).toMatchObject({
      ...{ kind: "workflow", name: "geo.area", export: "area" },
      inputs: [
        { name: "side", required: true, description: "in metres" },
        { name: "names", required: false, default: [1] },
      ],
      nodes: [
        { id: "n0", kind: "task", runs: "square", inputs: { x: "inputs.side" } },
        {
          ...{ id: "n1", kind: "branch" },
          arms: [
            {
              if: expect.stringMatching(/^\(n0\.o0 > 100 and inputs\.side < 3\)$/),
              node: { kind: "task", runs: "square" },
            },
            { if: "otherwise", fails: "too small" },
          ],
        },
        {
          id: "n2",
          kind: "map",
          runs: expect.stringContaining("square"),
          inputs: { x: "inputs.names" },
          after: ["n1"],
        },
      ],
      outputsFrom: { size: "n1.o0", all: "n2.o0" },
      uses: expect.arrayContaining([{ kind: "task", name: "square" }]),
    });
    const { stdout } = await runCli(["inspect", "geo.area"], { cwd });
    expect(stdout).toMatch(/^n0 {2}task square {2}x = inputs\.side$/m);
    expect(stdout).toContain(
      [
        "n1  conditional size",
        "    if (n0.o0 > 100 and inputs.side < 3)",
        "      n0  task square  x = n0.o0",
        '    otherwise: fails with "too small"',
        "n2  map of square  x = inputs.names, after n1",
      ].join("\n"),
    );
    expect(stdout).toMatch(/^USES\ntask square\n.*map of square$/ms);
  });

  it("shows a launch plan", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS });
    const { objects } = await runCli(["inspect", "daily", "--json"], { cwd });
    expect(objects[0]?.["settings"]).toMatchObject({
      workflow: "geo.area",
      schedule: "0 6 * * *",
      fixedInputs: { side: 4 },
    });
  });

  it("prints the message", async () => {
    const cwd = aProject({ "src/workflows.ts": FLOWS });
    const { stdout } = await runCli(["inspect", "area", "--idl"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      template: { id: { name: "geo.area", resourceType: "WORKFLOW" } },
    });
    const { objects } = await runCli(["inspect", "square", "--idl", "--json"], { cwd });
    expect(objects[0]).toMatchObject({
      kind: "task",
      name: "square",
      message: { template: { metadata: { discoverable: true } } },
    });
  });

  it.each([
    [["inspect", "aera"], "[ENTITY_NOT_IN_FILE]", "Did you mean area?"],
    [["inspect", "src/workflows.ts"], "[USAGE_INVALID]", "exports several entities: square, area, daily"],
    [["inspect", "src/none.ts", "area"], "[SOURCE_UNLOADABLE]", ""],
    [["inspect"], "[USAGE_INVALID]", ""],
  ])("refuses %j", async (argv, code, hint) => {
    const ran = await runCli(argv, { cwd: aProject({ "src/workflows.ts": FLOWS }) });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(code)]);
    expect(ran.stderr.replaceAll(/\s+/g, " ")).toContain(hint);
  });
});
