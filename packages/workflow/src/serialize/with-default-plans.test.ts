import { t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { serialize } from "./serialize.js";
import { withDefaultPlans } from "./with-default-plans.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "img:1" };
const inputs = { x: t.int() };
const inc = task({ name: "inc", inputs, output: t.int() }, ({ x }) => x + 1);
const inner = workflow({ name: "inner", inputs, output: t.int() }, ({ x }) => inc({ x }));
const outer = workflow({ name: "outer", inputs: { x: t.int().default(3) }, output: t.int() }, ({ x }) =>
  inner({ x }),
);

const names = (given: Entity | readonly Entity[]): readonly string[] =>
  serialize(withDefaultPlans(given), SETTINGS).map(({ kind, id }) => `${kind} ${id.name}`);

describe("withDefaultPlans", () => {
  it("gives each workflow a launch plan of its name, as flytekit's registration does", () => {
    expect(names(outer)).toEqual([
      "task inc",
      "workflow inner",
      "workflow outer",
      "launch-plan inner",
      "launch-plan outer",
    ]);
  });

  it("gives plans the defaults and options of their workflow", () => {
    const labelled = workflow(
      { name: "labelled", inputs: { x: t.int().default(3) }, defaultOptions: { labels: { team: "a" } } },
      ({ x }) => void inc({ x }),
    );
    const [, , plan] = serialize(withDefaultPlans([labelled]), SETTINGS);
    expect(plan).toMatchObject({
      kind: "launch-plan",
      message: {
        spec: {
          workflowId: { name: "labelled" },
          defaultInputs: { parameters: new Map([["x", { behavior: { $case: "default" } }]]) },
          labels: { values: new Map([["team", "a"]]) },
        },
      },
    });
  });

  it("adds none where there is one of the same name", () => {
    const own = [launchPlan(inner), launchPlan(outer, { name: "outer", maxParallelism: 3 })];
    expect(names(own).filter((name) => name.startsWith("launch-plan"))).toEqual([
      "launch-plan inner",
      "launch-plan outer",
    ]);
    expect(names([outer, outer, launchPlan(outer)])).toHaveLength(5);
  });

  it("adds none for what is not registered by itself, or no workflow", () => {
    const deciding = workflow({ name: "deciding", inputs, output: t.int() }, ({ x }) =>
      conditional("c")
        .if(x.gt(1), () => inc({ x: inc({ x }) }))
        .else(() => inc({ x })),
    );
    expect(names([deciding, inc])).toEqual(["task inc", "workflow deciding", "launch-plan deciding"]);
    expect(withDefaultPlans([])).toEqual([]);
  });

  it("refuses what is no entity", () => {
    expect(() => withDefaultPlans([{} as Entity])).toThrow(
      expect.objectContaining({ code: "ENTITY_NOT_COMPILABLE" }),
    );
  });
});
