import { type Resources, t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "../graph/graph.js";
import { mapTask } from "../map/map-task.js";
import { resourceCutProblems } from "./check-resources.js";

const inputs = { x: t.int() };
const declared = (resources: Resources) =>
  task({ name: "train", inputs, output: t.int(), resources }, ({ x }) => x);

function messages(own: Resources, resources: Resources): readonly string[] {
  const train = declared(own);
  const wf = workflow({ name: "wf" }, () => void train({ x: 1 }, { resources }));
  return resourceCutProblems(graphOf(wf)).map(({ severity, message }) => `${severity}: ${message}`);
}

describe("resourceCutProblems", () => {
  it.each<[Resources, Resources, string, string, string]>([
    [{ memory: "4Gi" }, { memory: "32Gi" }, "32Gi", "memory", "4Gi"],
    [{ cpu: { request: 1, limit: "2" } }, { cpu: { request: "2500m" } }, "2500m", "cpu", "2"],
    [{ gpu: 1 }, { gpu: 2 }, "2", "gpu", "1"],
    [{ ephemeralStorage: "1G" }, { ephemeralStorage: "1Gi" }, "1Gi", "ephemeralStorage", "1G"],
  ])("finds the request of %j, called with %j", (own, call, asked, resource, limit) => {
    expect(messages(own, call)).toEqual([
      `warning: The call of train asks for ${asked} of ${resource}, but the limit of the task stays ${limit}, so Flyte cuts the request down to that.`,
    ]);
  });

  it.each<[Resources, Resources]>([
    [{ memory: "4Gi" }, { memory: "4Gi" }],
    [{ memory: "4Gi" }, { memory: "2Gi" }],
    [{ memory: "4Gi" }, { memory: { request: "32Gi", limit: "32Gi" } }],
    [{ memory: "4Gi" }, { cpu: 8 }],
    [{ memory: { request: "4Gi", limit: "64Gi" } }, { memory: "32Gi" }],
    [{}, { memory: "32Gi" }],
  ])("finds nothing in %j, called with %j", (own, call) => {
    expect(messages(own, call)).toEqual([]);
  });

  it("finds calls in arms and of maps, and shows their lines", () => {
    const train = declared({ memory: "1Gi" });
    const resources = { memory: "2Gi" };
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      mapTask(train)({ x: [1, 2] }, { resources }); // a map
      conditional("c")
        .if(x.gt(1), () => train({ x }, { resources })) // an arm
        .else(() => train({ x }));
    });
    const problems = resourceCutProblems(graphOf(wf));
    expect(problems.map(({ location }) => location?.line)).toEqual([
      lineOf(import.meta.url, "a map"),
      lineOf(import.meta.url, "an arm"),
    ]);
    expect(problems[1]?.hint).toContain('resources: { memory: { request: "2Gi", limit: "2Gi" } }');
  });
});
