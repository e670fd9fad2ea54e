import { launchPlan, mapTask, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it, vi } from "vitest";
import { mock, runLocal } from "../src/entries/index.js";
import { failureOf } from "./support/runs.js";

const CONTRACT = "../../core/src/brands/contract.js";

/** This package and those below it once more, with another contract: as if another version were installed. */
async function newerCopy() {
  vi.resetModules();
  vi.doMock(CONTRACT, async (original) => ({
    ...(await original<object>()),
    CONTRACT: 2,
    STAMP: Object.freeze({ contract: 2, version: "10.0.0" }),
  }));
  try {
    return await import("../src/entries/index.js");
  } finally {
    // Threads are shared: the next file must not import this copy.
    vi.doUnmock(CONTRACT);
    vi.resetModules();
  }
}
const newer = await newerCopy();

const inputs = { x: t.int() };
const square = task({ name: "square", inputs, output: t.int() }, ({ x }) => x * x);
const wf = workflow({ name: "wf", inputs, output: t.int() }, ({ x }) => square({ x }));
const id = { project: "p", domain: "d", version: "v" };
const entities = {
  task: square,
  workflow: wf,
  plan: launchPlan(wf),
  map: mapTask(square),
  reference: referenceTask({ ...id, name: "far", inputs, output: t.int() }),
};

const MIXED = {
  code: "VERSIONS_MIXED",
  text: expect.stringMatching(
    /^(The|mapTask).* comes from @flytekit-ts\/core 0\.0\.0 \(contract 1\), which version 10\.0\.0 \(contract 2\) cannot read\.$/,
  ),
};

describe("a run of another contract", () => {
  it.each(Object.entries(entities))("runs and mocks none of this: %s", async (kind, entity) => {
    expect(await failureOf(newer.runLocal(entity as typeof square, { x: 1 }))).toMatchObject(MIXED);
    expect(() => newer.startLocal(entity as typeof square, { x: 1 })).toThrow("VERSIONS_MIXED");
    if (kind !== "map") expect(() => newer.mock(entity as typeof square, () => 1)).toThrow("VERSIONS_MIXED");
  });

  it("takes no mock of this one", async () => {
    const options = { mocks: [mock(square, () => 1)] };
    expect(await failureOf(newer.runLocal(square, { x: 1 }, options))).toMatchObject(MIXED);
    expect(await runLocal(square, { x: 1 }, options)).toBe(1);
  });
});
