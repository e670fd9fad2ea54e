import { mock, runLocal, startLocal } from "@flytekit-ts/local-exec";
import { compile, serialize } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { assay, audit, downstream, nightly, sample } from "./samples.js";

const taken = new Date("2024-05-17T02:00:00Z");
const clean = mock(assay, () => ({ nitrate: 30, ph: 7 }));
const settings = { project: "p", domain: "d", version: "v", image: "i" };

describe("sample", () => {
  it("needs somebody to stand in for the laboratory", async () => {
    const inputs = { site: "mill", taken };
    await expect(runLocal(sample, inputs)).rejects.toMatchObject({ code: "MOCK_MISSING" });
    expect(await runLocal(sample, inputs, { mocks: [clean] })).toMatch(/^mill: safe/);
  });

  it.each([
    [51, 7, "not safe"],
    [50, 7, "safe"],
    [5, 6.4, "not safe"],
  ])("judges nitrate %d and pH %d as %s", async (nitrate, ph, verdict) => {
    const mocks = [mock(assay, () => ({ nitrate, ph }))];
    expect(await runLocal(sample, { site: "mill", taken }, { mocks })).toContain(`: ${verdict} (`);
  });
});

describe("the launch plans", () => {
  it("give what they fix, and what they have for the rest", async () => {
    const mocks = [clean];
    expect(await runLocal(nightly, { taken }, { mocks })).toMatch(/^reservoir: not safe/);
    expect(await runLocal(nightly, { taken, limit: 40 }, { mocks })).toMatch(/^reservoir: safe/);
    expect(await runLocal(downstream, { taken }, { mocks })).toMatch(/^downstream: safe/);
  });

  it("are executions of their own in an audit", async () => {
    const run = startLocal(audit, { taken }, { mocks: [clean] });
    const nodes: string[] = [];
    for await (const event of run.events()) if (event.kind === "node-started") nodes.push(event.node);
    expect(nodes).toContain("n0>n1");
    expect((await run.result).split("\n")).toHaveLength(2);
  });

  it("tell the cluster when to start, what to set and whom to tell", () => {
    const specs = new Map(
      serialize([nightly, downstream], settings).flatMap(({ kind, id, message }) =>
        kind === "launch-plan" ? [[id.name, message.spec] as const] : [],
      ),
    );
    const night = specs.get("samples.reservoir_nightly");
    expect(night?.entityMetadata?.schedule).toMatchObject({
      ScheduleExpression: { value: { schedule: "0 2 * * *" } },
      kickoffTimeInputArg: "taken",
    });
    expect(night?.entityMetadata?.notifications).toHaveLength(2);
    expect([...(night?.defaultInputs?.parameters.keys() ?? [])].toSorted()).toEqual(["limit", "taken"]);
    expect([...(night?.fixedInputs?.literals.keys() ?? [])]).toEqual(["site"]);
    const day = specs.get("samples.downstream");
    expect(day?.entityMetadata?.schedule?.ScheduleExpression).toMatchObject({ value: { value: 6, unit: 1 } });
    expect(day?.concurrencyPolicy).toMatchObject({ max: 1 });
  });

  it("drop what they fix from the call", () => {
    const [first] = compile(audit).template.nodes;
    expect(first?.inputs.map((input) => input.var)).toEqual(["limit", "taken"]);
  });
});
