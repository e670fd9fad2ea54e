import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { startLocal } from "../../entries/index.js";
import { diffRuns, type RunDifference, typesAt } from "../../entries/journal.js";

const int = t.int();
const number = { inputs: { x: int }, output: int } as const;
const inc = task({ name: "inc", ...number }, ({ x }) => x + 1);
let count = 0;
const next = task({ name: "next", ...number }, ({ x }) => x + (count += 1));
const fails = task({ name: "fails", ...number }, ({ x }) => {
  if (x > 100) throw new Error("too much");
  return x;
});
const inner = workflow({ name: "inner", ...number }, ({ x }) => next({ x: inc({ x }) }));
const made = dynamic({ name: "made", ...number }, ({ x }) => inner({ x }));
const wf = workflow({ name: "wf", ...number }, ({ x }) => fails({ x: inc({ x: inner({ x }) }) }));

async function differences(
  [first, x]: readonly [Parameters<typeof startLocal>[0], number],
  [second, y]: readonly [Parameters<typeof startLocal>[0], number],
): Promise<readonly RunDifference[]> {
  const journal = mkdtempSync(join(tmpdir(), "diff-"));
  const ids: string[] = [];
  for (const [entity, value] of [[first, x] as const, [second, y] as const]) {
    const run = startLocal(entity, { x: value } as never, { journal });
    await run.result.catch(() => {});
    ids.push(run.id);
  }
  const all: RunDifference[] = [];
  for await (const each of diffRuns(journal, ids[0] ?? "", ids[1] ?? "")) all.push(each);
  return all;
}
const brief = (all: readonly RunDifference[]): readonly string[] =>
  all.map((each) => [each.node ?? "run", each.what, "name" in each ? each.name : ""].join(" ").trim());

describe("the differences of two runs", () => {
  it("are none of runs that were alike", async () => {
    expect(await differences([inc, 1], [inc, 1])).toEqual([]);
    const mapped = workflow({ name: "mapped", inputs: { x: int }, output: t.list(int) }, ({ x }) =>
      mapTask(inc)({ x: [1, 2, x] }),
    );
    expect(await differences([mapped, 1], [mapped, 1])).toEqual([]);
  });

  it("begin with the inputs, and follow the graph", async () => {
    count = 0;
    expect(brief(await differences([wf, 1], [wf, 5]))).toEqual([
      "run input x",
      "n0 input x",
      "n0/n0 input x",
      "n0/n0 output o0",
      "n0/n1 input x",
      "n0/n1 output o0",
      "n0 output o0",
      "n1 input x",
      "n1 output o0",
      "n2 input x",
      "n2 output o0",
      "run output o0",
    ]);
  });

  it.each([
    ["a workflow", wf],
    ["a launch plan", launchPlan(wf)],
    ["a dynamic", made],
  ])("begin inside %s where its task gave something else", async (_what, entity) => {
    const [first] = await differences([entity, 1], [entity, 1]);
    expect(first).toMatchObject({
      what: "output",
      name: "o0",
      node: expect.stringMatching(/n1$/) as unknown,
    });
  });

  it("tell how nodes ended", async () => {
    count = 0;
    const all = await differences([fails, 1], [fails, 101]);
    expect(brief(all)).toEqual([
      "run input x",
      "n0 input x",
      "n0 state",
      "n0 error",
      "run state",
      "run error",
    ]);
    expect(all[2]).toMatchObject({ a: "succeeded", b: "failed" });
    expect(all[3]).toMatchObject({ a: undefined, b: "TASK_FAILED" });
  });

  it("tell what is run, and from where it takes its inputs", async () => {
    const other = task({ name: "inc", ...number }, ({ x }) => x + 2);
    const once = workflow({ name: "w", ...number }, ({ x }) => inc({ x }));
    const twice = workflow({ name: "w", ...number }, ({ x }) => inc({ x: inc({ x }) }));
    const changed = workflow({ name: "w", ...number }, ({ x }) => other({ x }));
    const renamed = workflow({ name: "w", ...number }, ({ x }) => fails({ x }));
    expect(brief(await differences([inc, 1], [fails, 1]))[0]).toBe("run entity");
    expect(brief(await differences([once, 1], [changed, 1]))).toEqual([
      "n0 code",
      "n0 output o0",
      "run output o0",
    ]);
    expect(brief(await differences([once, 1], [renamed, 1]))[0]).toBe("n0 entity");
    expect(brief(await differences([once, 1], [twice, 1]))).toEqual(["n1 presence", "run output o0"]);
  });

  it("leave alone what was not reached", async () => {
    const chain = workflow({ name: "chain", ...number }, ({ x }) => inc({ x: fails({ x }) }));
    const [input, , state, , reached] = await differences([chain, 1], [chain, 101]);
    expect(input).toMatchObject({ what: "input", name: "x" });
    expect(state).toMatchObject({ what: "state", node: "n0" });
    expect(reached).toMatchObject({ what: "presence", node: "n1" });
  });

  it("name types of values for a rerun", () => {
    expect([...(typesAt(wf, "n0/n1")?.inputs.keys() ?? [])]).toEqual(["x"]);
    expect([...(typesAt(wf, "n1")?.outputs.keys() ?? [])]).toEqual(["o0"]);
    expect(typesAt(wf, "n9")).toBeUndefined();
  });
});
