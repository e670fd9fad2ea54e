import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { arrayNode, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = taskNode("n0", "gen");
const retrying = (retries: number): idl.Node => ({
  ...gen,
  metadata: { ...idl.NodeMetadata.create(), retries: { retries } },
});
const mapping = (parts: Partial<idl.ArrayNode>): idl.Node => ({
  ...arrayNode("n0", undefined),
  target: { $case: "arrayNode", value: { ...idl.ArrayNode.create(), node: gen, ...parts } },
});

describe("the numbers of a node", () => {
  it("fit their fields", () => {
    expect(told(workflow("w", [retrying(2 ** 32 - 1)]))).toEqual([]);
    const parallelismOption = { $case: "parallelism", value: 0 } as const;
    const successCriteria = { $case: "minSuccesses", value: 2 ** 32 - 1 } as const;
    expect(told(workflow("w", [mapping({ parallelismOption, successCriteria })]))).toEqual([]);
  });

  it.each([2 ** 32, -1, 1.5, NaN])("are not %d", (value) => {
    const wrong = (option: string): string =>
      `OPTION_INVALID (-) n0.-: The option \`${option}\` of w.n0 takes a whole number from 0 to 2^32 - 1, but was given ${value}.`;
    expect(told(workflow("w", [retrying(value)]))).toEqual([wrong("retries")]);
    const parallelismOption = { $case: "parallelism", value } as const;
    const successCriteria = { $case: "minSuccesses", value } as const;
    expect(told(workflow("w", [mapping({ parallelismOption, successCriteria })]))).toEqual([
      wrong("concurrency"),
      wrong("minSuccesses"),
    ]);
  });
});
