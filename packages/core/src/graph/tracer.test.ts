import { describe, expect, it } from "vitest";

import { copyOf } from "../../test/support/copy-of.js";
import { createInterface } from "../entity/interface.js";
import { describeTarget } from "../promise/promise-target.js";
import { targetOf } from "../promise/flyte-promise.js";
import { t } from "../types/t.js";
import { promisesOf } from "./binding.js";
import { inputPromises } from "./input-promises.js";
import { isStart } from "./node-key.js";
import { activeTracer, withTracer } from "./tracer.js";

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
