import { describe, expect, it } from "vitest";

import { copyOf } from "../../test/support/copy-of.js";
import { createInterface } from "../entity/interface.js";
import { targetOf } from "../promise/flyte-promise.js";
import { inputPromises } from "../promise/input-promises.js";
import { task } from "../task/task.js";
import { t } from "../transformers/t.js";
import { promisesOf } from "./binding.js";
import { isStart } from "./node-key.js";
import { describeTarget } from "./promise-target.js";
import { activeTracer, createTracer, inTracer, tracersFrom, withTracer } from "./tracer.js";

describe("withTracer", () => {
  it("is active while its body runs, and gives what the body gives", () => {
    const seen = withTracer("w", (tracer) => [tracer.workflow, activeTracer() === tracer]);
    expect(seen).toEqual(["w", true]);
    expect(activeTracer()).toBeUndefined();
  });

  it("is over when its body throws", () => {
    expect(() =>
      withTracer("w", () => {
        throw new Error("from the body");
      }),
    ).toThrow("from the body");
    expect(activeTracer()).toBeUndefined();
  });

  it("hides an outer one, and brings it back", () => {
    withTracer("outer", (outer) => {
      expect(() =>
        withTracer("inner", (inner) => {
          expect(activeTracer()).toBe(inner);
          throw new Error("inner");
        }),
      ).toThrow("inner");
      expect(activeTracer()).toBe(outer);
    });
  });

  it("is over before an async body goes on", async () => {
    const later = withTracer("w", async () => {
      await Promise.resolve();
      return activeTracer();
    });
    expect(activeTracer()).toBeUndefined();
    expect(await later).toBeUndefined();
  });

  it("is shared by two copies of this package", async () => {
    const other = await copyOf<typeof import("./tracer.js")>(import.meta.url, "./tracer.ts");
    withTracer("w", (tracer) => expect(other.activeTracer()).toBe(tracer));
    other.withTracer("w", (tracer: unknown) => expect(activeTracer()).toBe(tracer));
  });
});

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
