import { Resource, State } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { NodeFailure, outcomeOf } from "../src/index.js";

const shortly = (parts: Parameters<typeof Resource.fromPartial>[0]): unknown => {
  const outcome = outcomeOf(Resource.fromPartial({ message: "why", ...parts }));
  if (outcome.kind !== "failed") return outcome.kind;
  const { failure, isRetryable } = outcome.failure;
  return { ...failure, isRetryable };
};

describe("what the engine makes of what a connector says", () => {
  it.each([
    [1, "running"],
    [2, "running"],
    [6, "running"],
    [7, "running"],
    [3, "done"],
    [
      4,
      {
        code: "TaskFailedWithError",
        message: "failed to run the job with aborted phase.",
        kind: "USER",
        isRetryable: false,
      },
    ],
    [
      5,
      {
        code: "TaskFailedWithError",
        message: "failed to run the job: why",
        kind: "USER",
        isRetryable: false,
      },
    ],
    [
      8,
      { code: "TaskFailedWithError", message: "failed to run the job: why", kind: "USER", isRetryable: true },
    ],
  ] as const)("phase %d", (phase, expected) => {
    expect(shortly({ phase })).toEqual(expected);
  });

  it("takes the code and the origin of the connector's error", () => {
    expect(shortly({ phase: 5, agentError: { code: "NoTable", origin: 2 } })).toMatchObject({
      code: "NoTable",
      kind: "SYSTEM",
    });
  });

  it.each([
    [State.PENDING, "running"],
    [State.RUNNING, "running"],
    [State.SUCCEEDED, "done"],
    [State.PERMANENT_FAILURE, { code: "TaskFailedWithError", isRetryable: false }],
    [State.RETRYABLE_FAILURE, { code: "TaskFailedWithError", isRetryable: true }],
  ])("goes by the older state %d where there is no phase", (state, expected) => {
    const found = shortly({ state });
    if (typeof expected === "string") expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });

  it("refuses a phase that it does not know", () => {
    expect(() => shortly({ phase: 99 as never })).toThrow(NodeFailure);
    expect(() => shortly({ state: 99 as never })).toThrow("unknown execution state [99]");
  });
});
