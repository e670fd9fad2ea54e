import { describe, expect, it } from "vitest";

import { copyOf } from "../../test/support/copy-of.js";
import { activeTracer, withTracer } from "./active-tracer.js";

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
    const other = await copyOf<typeof import("./active-tracer.js")>(import.meta.url, "./active-tracer.ts");
    withTracer("w", (tracer) => expect(other.activeTracer()).toBe(tracer));
    other.withTracer("w", (tracer: unknown) => expect(activeTracer()).toBe(tracer));
  });
});
