import { describe, expect, it } from "vitest";

import { createInterface } from "../entity/interface.js";
import { targetOf } from "../promise/flyte-promise.js";
import { inputPromises } from "../promise/input-promises.js";
import { task } from "../task/task.js";
import { t } from "../makers/t.js";
import { activeTracer, inTracer, withTracer } from "./active-tracer.js";
import { promisesOf } from "./binding.js";
import { isStart } from "./node-key.js";
import { describeTarget } from "./promise-target.js";
import { createTracer, tracersFrom } from "./tracer.js";

describe("createTracer", () => {
  const inherited = { failurePolicy: "fail-after-executable-nodes-complete", interruptible: true } as const;

  it("has collected nothing, and hands on what its workflow says", () => {
    const tracer = createTracer("w", { inherited });
    expect(tracer).toMatchObject({ workflow: "w", nodes: [], outer: undefined, inherited });
    expect([tracer.conditions.size, tracer.openConditionals.size]).toEqual([0, 0]);
    expect(createTracer("plain").inherited).toEqual({
      failurePolicy: "fail-immediately",
      interruptible: false,
    });
  });

  it("is of a trace of its own, and knows the traces around it", () => {
    const outer = createTracer("w", { inherited });
    const arm = createTracer("w.c.if", { outer });
    const inner = createTracer("w.c.if.d.else", { outer: arm });
    expect(arm.start.trace).not.toBe(outer.start.trace);
    expect([...tracersFrom(inner)]).toEqual([inner, arm, outer]);
    expect([...tracersFrom(undefined)]).toEqual([]);
    expect(inner.inherited).toBe(inherited);
  });

  it("may be used for calls now and later", () => {
    const tracer = createTracer("w");
    const done = task({ name: "m.done" }, () => {});
    inTracer(tracer, () => done());
    inTracer(tracer, () => done({ x: 1 } as never));
    inTracer(tracer, () => done());
    expect(tracer.nodes.map(({ key }) => key.index)).toEqual([0, 1, 2]);
    expect(tracer.faults.map(({ code }) => code)).toEqual(["INPUT_UNKNOWN"]);
    expect(activeTracer()).toBeUndefined();
  });
});

describe("inputPromises", () => {
  it("gives a promise of each input, from the start node", () => {
    withTracer("w", ({ start }) => {
      const promises = inputPromises(
        createInterface({ name: "w", inputs: { b: t.int(), a: t.string() } }, "workflow"),
        start,
      );
      expect(Object.keys(promises)).toEqual(["b", "a"]);
      expect(Object.isFrozen(promises)).toBe(true);
      const target = targetOf(promises["a"] as never);
      expect([isStart(target.node), describeTarget(target), target.type.words]).toEqual([
        true,
        "inputs.a",
        "string",
      ]);
    });
  });
});

describe("promisesOf", () => {
  it("finds promises in the order they were written", () => {
    withTracer("w", ({ start }) => {
      const promise = (name: string) =>
        ({ kind: "promise", target: { node: start, var: name, path: [], type: {} as never } }) as const;
      const data = {
        kind: "list" as const,
        items: [
          promise("b"),
          { kind: "map" as const, entries: new Map([["k", promise("a")]]) },
          { kind: "constant" as const, scalar: { value: undefined } },
          promise("b"),
        ],
      };
      expect([...promisesOf(data)].map(({ var: name }) => name)).toEqual(["b", "a", "b"]);
    });
  });
});
