import { t } from "@flytekit-ts/core";
import { describe, expectTypeOf, it } from "vitest";
import { defineConnector } from "./define-connector.js";

describe("defineConnector", () => {
  it("knows the metadata from `create`, and the types that it declares", () => {
    defineConnector({
      taskType: "acme",
      inputs: { day: t.string() },
      output: t.int(),
      create: async ({ inputs }) => {
        expectTypeOf(inputs.day).toEqualTypeOf<string>();
        return { jobId: "a", tries: 1 };
      },
      get: async (metadata, { secrets }) => {
        expectTypeOf(metadata).toEqualTypeOf<{ jobId: string; tries: number }>();
        expectTypeOf(secrets.get("x")).toEqualTypeOf<string>();
        return { phase: "SUCCEEDED", outputs: 3 };
      },
      delete: ({ jobId }) => void jobId,
    });
    defineConnector({
      taskType: "acme",
      output: t.int(),
      create: () => ({ jobId: "a" }),
      // @ts-expect-error the output is an int
      get: () => ({ phase: "SUCCEEDED", outputs: "three" }),
      delete: () => {},
    });
  });

  it("takes named outputs, and outputs by name if none are declared", () => {
    defineConnector({
      taskType: "acme",
      outputs: { rows: t.int(), at: t.string() },
      sync: ({ inputs }) => {
        expectTypeOf(inputs).toEqualTypeOf<{ readonly [name: string]: unknown }>();
        return { phase: "SUCCEEDED", outputs: { rows: 1, at: "x" } };
      },
    });
    defineConnector({ taskType: "acme", sync: () => ({ phase: "SUCCEEDED", outputs: { o0: 1 } }) });
    // @ts-expect-error no phase of Flyte
    defineConnector({ taskType: "acme", sync: () => ({ phase: "DONE" }) });
  });
});
