import { type CallOptions, t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "../graph/graph.js";
import { mapTask } from "../map/map-task.js";
import { overrideProblems } from "./check-overrides.js";

const crunch = task({ name: "crunch", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);

function messages(options: CallOptions): readonly string[] {
  const wf = workflow({ name: "wf" }, () => void crunch({ x: 1 }, options));
  return overrideProblems(graphOf(wf)).map(({ code, message }) => `${code}: ${message}`);
}

describe("overrideProblems", () => {
  it.each<[string, CallOptions, string]>([
    [
      "a request above its limit",
      { resources: { cpu: { request: "2", limit: "1" } } },
      'RESOURCE_INVALID: In the resources of the call of crunch, cpu has the request "2" above its limit "1".',
    ],
    [
      "GPUs in parts",
      { resources: { gpu: "0.5" } },
      'RESOURCE_INVALID: In the resources of the call of crunch, gpu has the request "0.5", but must be a whole number.',
    ],
    [
      "a container with a name that Kubernetes does not take",
      { podTemplate: { podSpec: { containers: [{ name: "Main_X" }] } } },
      'POD_INVALID: The pod of the call of crunch has a container named "Main_X", which is not a DNS label.',
    ],
    [
      "a pod that Kubernetes cannot read",
      { podTemplate: { podSpec: { containers: [{ name: "primary", ports: "8080" }] } } },
      "POD_INVALID: The pod of the call of crunch has something at podSpec.containers[0].ports that is not a list.",
    ],
  ])("finds %s", (_, options, text) => {
    expect(messages(options)).toEqual([text]);
  });

  it.each<[string, CallOptions]>([
    ["nothing", {}],
    ["resources that make sense", { resources: { cpu: { request: "1", limit: "2" }, gpu: 1 } }],
    [
      "a pod without containers, which is given one",
      { podTemplate: { podSpec: { nodeSelector: { a: "b" } } } },
    ],
  ])("takes %s", (_, options) => {
    expect(messages(options)).toEqual([]);
  });

  it("points at the call, in arms and of maps too, and never says that the backend sees it", () => {
    const resources = { memory: { request: "2Gi", limit: "1Gi" } };
    const wf = workflow({ name: "wf", inputs: { n: t.int() } }, ({ n }) => {
      conditional("c")
        .if(n.gt(1), () => crunch({ x: n }, { resources })) // in an arm
        .else(() => crunch({ x: 1 }));
      mapTask(crunch)({ x: [1] }, { resources: { gpu: "0.5" } }); // of a map
    });
    const problems = overrideProblems(graphOf(wf));
    expect(problems.map(({ nodeId, location }) => [nodeId, location?.line])).toEqual([
      ["n0-n0", lineOf(import.meta.url, "in an arm")],
      ["n1", lineOf(import.meta.url, "of a map")],
    ]);
    expect(problems.map(({ message }) => message)[1]).toContain("the call of mapTask(crunch)");
    expect(problems.some((problem) => "backendCode" in problem)).toBe(false);
  });
});
