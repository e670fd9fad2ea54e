import type { ExecutionSpec } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { checkExecution } from "./check-execution.js";

const SPEC: ExecutionSpec = {
  launchPlan: undefined,
  inputs: undefined,
  metadata: undefined,
  notificationOverrides: undefined,
  labels: undefined,
  annotations: undefined,
  securityContext: undefined,
  authRole: undefined,
  qualityOfService: undefined,
  maxParallelism: 0,
  rawOutputDataConfig: undefined,
  clusterAssignment: undefined,
  interruptible: undefined,
  overwriteCache: false,
  envs: undefined,
  tags: [],
  executionClusterLabel: undefined,
  executionEnvAssignments: [],
};
const found = (changed: Partial<ExecutionSpec>): readonly string[] =>
  checkExecution({ ...SPEC, ...changed }, "an execution of launch plan lp").map(
    ({ code, message }) => `${code} ${message}`,
  );
const named = (count: number): Map<string, string> =>
  new Map(Array.from({ length: count }, (_each, i) => [`l${i}`, ""]));

describe("checkExecution", () => {
  it("finds nothing in sound settings", () => {
    expect(found({})).toEqual([]);
    const pairs = new Map([["team", "trees"]]);
    const envs = { values: [{ key: "A", value: "b" }] };
    expect(
      found({ labels: { values: pairs }, annotations: { values: pairs }, envs, tags: ["a", "b"] }),
    ).toEqual([]);
    expect(
      found({ notificationOverrides: { $case: "disableAll", value: true }, maxParallelism: 25 }),
    ).toEqual([]);
    expect(found({ labels: { values: named(16) } })).toEqual([]);
  });

  it.each<[Partial<ExecutionSpec>, string]>([
    [
      { labels: { values: new Map([["a b", ""]]) } },
      'LABEL_INVALID An execution of launch plan lp has the label name "a b"',
    ],
    [{ labels: { values: new Map([["a", "-"]]) } }, "LABEL_INVALID"],
    [{ labels: { values: named(17) } }, "LABEL_INVALID An execution of launch plan lp has 17 labels"],
    [{ annotations: { values: new Map([["a b", ""]]) } }, "ANNOTATION_INVALID"],
    [{ envs: { values: [{ key: "", value: "x" }] } }, "OPTION_INVALID"],
    [{ maxParallelism: -1 }, "OPTION_INVALID"],
    [{ maxParallelism: 2 ** 31 }, "OPTION_INVALID"],
    [{ tags: [""] }, "OPTION_INVALID"],
    [{ tags: ["a", "b", "a", "a"] }, "OPTION_INVALID"],
    [
      {
        notificationOverrides: {
          $case: "notifications",
          value: {
            notifications: [
              { phases: [], type: { $case: "email", value: { recipientsEmail: [], template: "" } } },
            ],
          },
        },
      },
      "NOTIFICATION_INVALID",
    ],
  ])("refuses %o", (changed, message) => {
    const problems = found(changed);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toContain(message);
  });

  it("throws nothing, whatever is missing", () => {
    expect(checkExecution(undefined as never, "x")).toEqual([]);
    expect(checkExecution({} as never, "x")).toEqual([]);
    expect(found({ labels: { values: 7 as never }, tags: null as never })).toEqual([]);
  });

  it("reports each problem", () => {
    const labels = { values: new Map([["a b", ""]]) };
    expect(found({ labels, tags: ["a", "a"], maxParallelism: -1 })).toHaveLength(3);
  });
});
