import {
  approve,
  conditional,
  dynamic,
  launchPlan,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { compile } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";
import { planOf } from "../plan/plan-of.js";
import { gateAt } from "./gate-at.js";

const make = task({ name: "make", output: t.int() }, () => 3);
const inner = workflow({ name: "inner", output: t.int() }, () => approve(make(), "inner"));
const handler = workflow({ name: "handler" }, () => void waitForInput("why", t.string()));
const made = dynamic({ name: "made", output: t.int() }, () => waitForInput("made", t.int()));
const wf = workflow({ name: "outer", onFailure: handler }, () => {
  const top = waitForInput("top", t.int(), { id: "top" });
  inner({}, { id: "sub" });
  launchPlan(inner)({}, { id: "plan" });
  made({}, { id: "dyn" });
  conditional("choice")
    .if(top.gt(1), () => waitForInput("arm", t.int()))
    .elseIf(top.gt(0), () => inner())
    .else(() => make());
});
const plan = planOf(compile(wf));

/** The name of the gate at a path. */
function nameAt(path: string): string | undefined {
  const { condition } = gateAt(plan, path) ?? {};
  return condition?.$case === "approve" || condition?.$case === "signal"
    ? condition.value.signalId
    : undefined;
}

describe("gateAt", () => {
  it("finds the gates of a plan and of what is inside its nodes", () => {
    const branch = plan.nodes.find(({ target }) => target.kind === "branch");
    const arms = branch?.target.kind === "branch" ? branch.target.arms.map(({ node }) => node.id) : [];
    expect(
      ["top", "sub/n1", "plan>n1", `${branch?.id}/${arms[0]}`, `${branch?.id}/${arms[1]}/n1`, "fn0/n0"].map(
        nameAt,
      ),
    ).toEqual(["top", "inner", "inner", "arm", "inner", "why"]);
  });

  it.each([
    "",
    "nothing",
    "sub",
    "sub/n0",
    "sub>n1",
    "plan/n1",
    "top/n0",
    "dyn/dn0",
    "sub/",
    "/top",
    "top/",
    "fn0",
  ])("finds none at %j", (path) => {
    expect(nameAt(path)).toBeUndefined();
  });
});
