import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  branchNode,
  compare,
  constant,
  promise,
  task,
  taskNode,
  type,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const DURATION = type({ $case: "simple", value: idl.SimpleType.DURATION });
const DATETIME = type({ $case: "simple", value: idl.SimpleType.DATETIME });
const tasks = [task("watch", {}, { took: DURATION, at: DATETIME })];

function found(...sides: readonly (readonly ["duration" | "datetime", bigint, number])[]): readonly string[] {
  const cases = sides.map(([$case, seconds, nanos], index) => {
    const name = $case === "duration" ? "took" : "at";
    return [
      compare(name, "GT", constant({ $case, value: { seconds, nanos } })),
      taskNode(`n${index}`, "gen"),
    ] as const;
  });
  const inputs = { took: promise("n0", "took"), at: promise("n0", "at") };
  const nodes = [taskNode("n0", "watch"), branchNode("n1", { cases, else: "no", inputs })];
  return told(workflow("w", nodes), { tasks });
}

const warning = (kind: string): string =>
  `warning FRACTION_OF_SECOND_IGNORED n1.-: A condition of w.n1 compares with a ${kind} that has a part below a second, and Flyte compares whole seconds only.`;

describe("a constant that a condition compares", () => {
  it("may be whole seconds", () => {
    expect(found(["duration", 90n, 0], ["datetime", -1n, 0])).toEqual([]);
  });

  it("is told of if Flyte would ignore a part of it, once for each kind", () => {
    expect(found(["duration", 0n, 500_000_000])).toEqual([warning("duration")]);
    expect(found(["duration", 0n, -1], ["duration", 2n, 7], ["datetime", 1n, 1])).toEqual([
      warning("duration"),
      warning("datetime"),
    ]);
  });
});
