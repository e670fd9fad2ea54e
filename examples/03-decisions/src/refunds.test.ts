import { startLocal } from "@flytekit-ts/local-exec";
import { compile, testContext } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { assess, settle } from "./refunds.js";

const claim = { order: "A-1", price: 100, daysOwned: 0, claimsThisYear: 0, returned: false };
const gates = { "large-refund": true, "note-for-customer": "sorry" };

/** What comes of a claim, and the tasks that ran for it. */
async function settled(given: Partial<typeof claim>, answers: object = gates) {
  const run = startLocal(settle, { ...claim, ...given }, { gates: { ...answers } });
  const tasks: string[] = [];
  for await (const event of run.events()) {
    if (event.kind === "node-started" && event.entity.startsWith("refunds."))
      tasks.push(event.entity.slice(8));
  }
  return { outcome: await run.result, tasks: tasks.filter((task) => !task.startsWith("settle")) };
}

describe("assess", () => {
  it("takes off what a thing has lost by its age", () => {
    const { fn } = assess;
    expect(fn({ price: 100, daysOwned: 365, claimsThisYear: 3 }, testContext())).toEqual({
      due: 50,
      risk: 0.3,
    });
    expect(fn({ price: 100, daysOwned: 366, claimsThisYear: 30 }, testContext())).toEqual({
      due: 0,
      risk: 1,
    });
  });
});

describe("settle", () => {
  it.each([
    ["declines what is too old", { daysOwned: 366 }, "A-1: nothing is due", ["decline"]],
    ["pays small sums at once", { price: 49 }, "A-1: 49.00 paid", ["pay_out"]],
    [
      "puts goods back first",
      { returned: true },
      "A-1: 100.00 paid (back on shelf 3)",
      ["restock", "pay_out"],
    ],
    ["sends a voucher for goods that are kept", {}, "A-1: a voucher over 100.00", ["send_voucher"]],
    ["asks people about large sums", { price: 900 }, "A-1: 900.00 paid (sorry)", ["summarize", "pay_out"]],
  ])("%s", async (_, given, outcome, tasks) => {
    expect(await settled(given)).toEqual({ outcome, tasks: ["assess", ...tasks] });
  });

  it("ends where nothing fits", async () => {
    const refused = {
      code: "BRANCH_FAILED",
      text: expect.stringContaining("one for the insurer") as unknown,
    };
    await expect(settled({ price: 900, claimsThisYear: 5 })).rejects.toMatchObject(refused);
  });

  it("ends where a manager says no, and pays nothing", async () => {
    await expect(settled({ price: 900 }, { ...gates, "large-refund": false })).rejects.toMatchObject({
      code: "GATE_REJECTED",
    });
  });

  it("makes sub-workflows of arms that are several calls", () => {
    const { template, subWorkflows } = compile(settle);
    expect(template.nodes.map(({ target }) => target?.$case)).toEqual(["taskNode", "branchNode"]);
    expect(subWorkflows.map(({ workflow }) => workflow.name)).toEqual([
      "refunds.settle.claim.elseIf2.goods.if",
      "refunds.settle.claim.elseIf3",
    ]);
  });
});
