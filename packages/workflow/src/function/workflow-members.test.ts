import { t, task } from "@flytekit-ts/core";
import { isPromise, targetOf } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { scramble } from "../../test/support/scramble.js";
import { workflow } from "./workflow.js";

const inputs = { x: t.int().describe("the first"), y: t.string().default("y") };
const inc = task({ name: "m.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const cleanup = task({ name: "m.cleanup", inputs: { x: t.int(), y: t.string() } }, () => {});

describe("what a workflow tells about itself", () => {
  let runs = 0;
  const wf = workflow(
    {
      name: "a.b.wf",
      inputs,
      outputs: { one: t.int(), two: t.string() },
      onFailure: cleanup,
      failurePolicy: "fail-after-executable-nodes-complete",
      interruptible: true,
      docs: { short: "About it." },
      defaultOptions: { labels: { team: "data" } },
    },
    ({ x, y }) => {
      runs += 1;
      return { two: y, one: inc({ x: inc({ x }) }) };
    },
  );

  it("is known without running the body", () => {
    expect(wf.shortName).toBe("wf");
    expect(wf.docs).toEqual({ short: "About it." });
    expect(wf.defaultOptions).toEqual({ labels: { team: "data" } });
    expect(wf.metadata).toEqual({ onFailure: "fail-after-executable-nodes-complete" });
    expect(wf.metadataDefaults).toEqual({ interruptible: true });
    expect(wf.onFailure).toBe(cleanup);
    expect(wf.idlInterface.inputs?.variables.get("x")?.description).toBe("the first");
    expect([...(wf.idlInterface.outputs?.variables.keys() ?? [])]).toEqual(["one", "two"]);
    expect(runs).toBe(0);
  });

  it("is what the body made, which runs once for all of it", () => {
    expect(wf.nodes.map(({ entity }) => entity)).toEqual([inc, inc]);
    expect(wf.outputBindings.map((each) => each.var)).toEqual(["one", "two"]);
    expect(wf.failureNode?.entity).toBe(cleanup);
    expect(Object.keys(wf.inputs)).toEqual(["x", "y"]);
    expect(runs).toBe(1);
  });

  it("has the promises of its inputs, as the body has them", () => {
    const x: unknown = wf.inputs.x;
    const bound = wf.nodes[0]?.bindings[0]?.binding;
    expect(bound?.kind).toBe("promise");
    expect(isPromise(x) && targetOf(x).node).toBe(bound?.kind === "promise" && bound.target.node);
  });

  it("cannot be changed by who asks", () => {
    scramble(wf.idlInterface);
    expect(wf.idlInterface.inputs?.variables.size).toBe(2);
    expect(Object.isFrozen(wf.nodes)).toBe(true);
    expect(Reflect.set(wf, "docs", "other")).toBe(false);
  });

  it("is what its body throws, where that throws", () => {
    const broken = workflow({ name: "m.broken" }, () => {
      throw new RangeError("no");
    });
    expect(broken.shortName).toBe("broken");
    expect(() => broken.nodes).toThrow(RangeError);
    expect(() => broken.inputs).toThrow(RangeError);
  });
});
