import type * as idl from "@flytekit-ts/models/core";
import { flyteRules, type Rules } from "@flytekit-ts/propeller";
import { describe, expect, it } from "vitest";
import { runTwins } from "../run-twins.js";
import { twins } from "../twins.js";
import { compareCaseByStandIn } from "./compare-case-by-stand-in.js";

/** The recorded runs of a case that a rule is found wrong by. */
async function foundBy(name: string, wrong: Partial<Rules>): Promise<readonly string[]> {
  const twin = [...twins, ...runTwins].find((each) => each.name === name);
  if (twin === undefined) return expect.unreachable(name);
  const runs = await compareCaseByStandIn(twin, { ...flyteRules, ...wrong });
  return runs.filter(({ differences }) => differences.length > 0).map(({ run }) => run);
}

// No recorded run has two arms that hold: that the first of them is taken, a test of the engine itself says.
function lastArm(branch: idl.BranchNode): idl.Node {
  const { ifElse } = branch;
  const last = ifElse?.default?.$case === "elseNode" ? ifElse.default.value : ifElse?.other.at(-1)?.thenNode;
  return last ?? expect.unreachable("a branch has arms");
}

const floored: Rules["wantedSuccesses"] = ({ successCriteria: wanted }, size) =>
  wanted?.$case === "minSuccessRatio" ? Math.floor(size * wanted.value) : (wanted?.value ?? size);

describe("a wrong rule of the engine is found", () => {
  it.each<[string, string, Partial<Rules>, readonly string[]]>([
    [
      "the last arm is taken",
      "c08_conditional",
      { chooseArm: lastArm },
      ["c08_conditional#0", "c08_conditional#2"],
    ],
    [
      "a condition holds where it does not",
      "x03_branch",
      { holds: (expression, inputs) => !flyteRules.holds(expression, inputs) },
      ["x03_branch#0", "x03_branch#1", "x03_branch#2", "x03_branch#3"],
    ],
    ["a ratio of items is rounded down", "x04_map", { wantedSuccesses: floored }, ["x04_map#4"]],
    [
      "all items have to succeed",
      "x04_map",
      { wantedSuccesses: (_, size) => size },
      ["x04_map#3", "x04_map#5", "x04_map#7"],
    ],
    ["what is not recoverable is tried again", "x06_retries", { isRetryable: () => true }, ["x06_retries#3"]],
    [
      "nothing is tried again",
      "x06_retries",
      { isRetryable: () => false },
      ["x06_retries#1", "x06_retries#2"],
    ],
    [
      "a sub-workflow's own policy counts",
      "x10_policy_nested",
      { endsOthers: (_, own) => own === 0 },
      ["x10_policy_nested#1"],
    ],
    ["what is behind a failure runs", "x01_policy", { skipsBehind: false }, ["x01_policy#1"]],
    [
      "the first failure counts where all runs that can",
      "x11_branch_waits",
      { failureOf: ({ failures }) => Promise.resolve(failures[0]) },
      ["x11_branch_waits#0"],
    ],
    [
      "a path is not followed",
      "x09_records",
      { followPath: (literal) => Promise.resolve(literal) },
      ["x09_records#0", "x09_records#1"],
    ],
  ])("%s", async (_, name, wrong, found) => {
    expect(await foundBy(name, wrong)).toEqual(found);
  });
});
