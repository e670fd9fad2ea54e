import { describe, expect, it } from "vitest";
import { assertExecuteOptions, type ExecuteOptions, specOf } from "./execute-options.js";

const id = { resourceType: 3, project: "p", domain: "d", name: "lp", version: "v1", org: "" } as const;
const spec = (options: ExecuteOptions) => specOf(id, options, "an execution of launch plan lp");
const all: ExecuteOptions = {
  labels: { team: "trees" },
  annotations: { note: "any text" },
  notifications: [{ on: ["failed"], email: ["ada@example.com"], slack: ["eve@example.com"] }],
  runAs: { serviceAccount: "robot" },
  maxParallelism: 2,
  rawOutputPrefix: "s3://mine",
  clusterPool: "big",
  executionClusterLabel: "gpu",
  interruptible: false,
  overwriteCache: true,
  envs: { MODE: "slow" },
  tags: ["nightly", "blue"],
};

describe("specOf", () => {
  it("says nothing that is left out", () => {
    expect(spec({})).toMatchObject({
      launchPlan: id,
      notificationOverrides: undefined,
      labels: undefined,
      annotations: undefined,
      securityContext: undefined,
      maxParallelism: 0,
      rawOutputDataConfig: undefined,
      clusterAssignment: undefined,
      interruptible: undefined,
      overwriteCache: false,
      tags: [],
      executionClusterLabel: undefined,
      authRole: undefined,
    });
  });

  it("has a field for every option", () => {
    expect(spec(all)).toMatchObject({
      labels: { values: new Map([["team", "trees"]]) },
      annotations: { values: new Map([["note", "any text"]]) },
      securityContext: { runAs: { k8sServiceAccount: "robot" } },
      maxParallelism: 2,
      rawOutputDataConfig: { outputLocationPrefix: "s3://mine" },
      clusterAssignment: { clusterPoolName: "big" },
      executionClusterLabel: { value: "gpu" },
      interruptible: false,
      overwriteCache: true,
      envs: { values: [{ key: "MODE", value: "slow" }] },
      tags: ["nightly", "blue"],
    });
    expect(spec(all).notificationOverrides).toMatchObject({
      $case: "notifications",
      value: { notifications: [{ type: { $case: "email" } }, { type: { $case: "slack" } }] },
    });
    const disabled = spec({ notifications: "disabled" }).notificationOverrides;
    expect(disabled).toEqual({ $case: "disableAll", value: true });
  });

  it("reports all that a cluster would refuse, at once", () => {
    const labels = { "a b": "x" };
    const wrong = { labels, annotations: { "c d": "y" }, envs: { "": "z" }, tags: ["t", "t", ""] };
    expect(() => spec(wrong)).toThrow(
      expect.objectContaining({
        code: "EXECUTION_OPTIONS_INVALID",
        params: {
          at: "an execution of launch plan lp",
          problems: [
            'An execution of launch plan lp has the label name "a b", which Kubernetes does not accept',
            expect.stringContaining("c d"),
            expect.stringContaining("environment"),
            expect.stringContaining("tags that are not empty"),
            expect.stringContaining("different tags"),
          ],
        },
      }),
    );
  });

  it.each([
    [{ labels: { a: 1 } }, "OPTION_INVALID"],
    [{ labels: new Map() }, "OPTION_INVALID"],
    [{ annotations: "x" }, "OPTION_INVALID"],
    [{ notifications: "off" }, "OPTION_INVALID"],
    [{ notifications: [{ on: ["running"], email: ["a"] }] }, "OPTION_INVALID"],
    [{ notifications: [{ on: ["failed"] }] }, "OPTION_INVALID"],
    [{ runAs: { user: "x" } }, "OPTION_UNKNOWN"],
    [{ maxParallelism: -1 }, "OPTION_INVALID"],
    [{ maxParallelism: 2 ** 31 }, "OPTION_INVALID"],
    [{ maxParallelism: 1.5 }, "OPTION_INVALID"],
    [{ rawOutputPrefix: "" }, "OPTION_INVALID"],
    [{ clusterPool: 7 }, "OPTION_INVALID"],
    [{ executionClusterLabel: "" }, "OPTION_INVALID"],
    [{ interruptible: "yes" }, "OPTION_INVALID"],
    [{ overwriteCache: 1 }, "OPTION_INVALID"],
    [{ envs: { A: 1 } }, "OPTION_INVALID"],
    [{ envs: ["A=1"] }, "OPTION_INVALID"],
    [{ tags: "nightly" }, "OPTION_INVALID"],
    [{ tags: [1] }, "OPTION_INVALID"],
    [{ tags: ["\ud800"] }, "OPTION_INVALID"],
  ])("refuses %o", (options, code) => {
    expect(() => spec(options as ExecuteOptions)).toThrow(expect.objectContaining({ code }));
  });

  it("knows every option by name", () => {
    expect(() => assertExecuteOptions({ ...all, name: "a", version: "v" }, "remote.execute")).not.toThrow();
    const unknown = (): void => assertExecuteOptions({ label: {} }, "remote.execute");
    expect(unknown).toThrow(expect.objectContaining({ code: "OPTION_UNKNOWN" }));
  });
});
