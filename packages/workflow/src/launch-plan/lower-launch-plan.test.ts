import { t, task } from "@flytekit-ts/core";
import type { PlanSettings } from "@flytekit-ts/core/tasks";
import { encode } from "@flytekit-ts/models";
import * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { scramble } from "../../test/support/scramble.js";
import { workflow } from "../function/workflow.js";
import { referenceWorkflow } from "../reference/references.js";
import type { LaunchPlanEntity } from "./launch-plan-entity.js";
import { serialize } from "../entries/serialize.js";
import { launchPlan } from "./launch-plan.js";
import { lowerLaunchPlan } from "./lower-launch-plan.js";
import { cron } from "./schedule.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const note = task({ name: "m.note" }, () => {});
const inputs = {
  a: t.int().describe("how many"),
  b: t.string().default("bee"),
  c: t.optional(t.int()),
  e: t.optional(t.int()).default(5),
};
const job = workflow({ name: "m.job", inputs }, () => void note());

/** Ours, through its own bytes: what is looked at is what a backend would read. */
function lower(plan: LaunchPlanEntity): admin.LaunchPlan {
  return admin.LaunchPlan.decode(encode(admin.LaunchPlan, lowerLaunchPlan(plan, SETTINGS)));
}

function parametersOf(plan: LaunchPlanEntity): object {
  return Object.fromEntries(lower(plan).spec?.defaultInputs?.parameters ?? []);
}

const primitive = (value: NonNullable<idl.Primitive["value"]>) => ({
  value: { value: { value: { value: { value } } } },
});
const integer = (value: bigint) => primitive({ $case: "integer", value });
const text = (value: string) => primitive({ $case: "stringValue", value });

describe("settings of all launch plans", () => {
  const plan = launchPlan(job, {
    name: "m.plan",
    labels: { team: "docks", tier: "1" },
    annotations: { note: "own" },
    runAs: { serviceAccount: "own" },
    rawOutputPrefix: "s3://own",
  });
  const specWith = (plans: PlanSettings) => lowerLaunchPlan(plan, { ...SETTINGS, plans }).spec;

  it("come before those of a plan, by their names", () => {
    const own = lowerLaunchPlan(plan, SETTINGS).spec;
    expect(specWith({})).toEqual(own);
    expect(specWith({ labels: { team: "trees", new: "x" }, annotations: { a: "b" } })).toEqual({
      ...own,
      labels: {
        values: new Map([
          ["team", "trees"],
          ["tier", "1"],
          ["new", "x"],
        ]),
      },
      annotations: {
        values: new Map([
          ["note", "own"],
          ["a", "b"],
        ]),
      },
    });
    const given = specWith({ runAs: { serviceAccount: "trainer" }, rawOutputPrefix: "s3://given" });
    expect(given?.rawOutputDataConfig).toEqual({ outputLocationPrefix: "s3://given" });
    expect(given?.securityContext).toMatchObject({
      runAs: { k8sServiceAccount: "trainer" },
      secrets: [],
      tokens: [],
    });
  });

  it.each<[unknown, string]>([
    [{ labels: { team: 5 } }, "OPTION_INVALID"],
    [{ label: {} }, "OPTION_UNKNOWN"],
    [{ labels: { "a b": "c" } }, "REGISTRATION_INVALID"],
    [5, "OPTIONS_NOT_AN_OBJECT"],
  ])("are refused: %j", (plans, code) => {
    const settings = { ...SETTINGS, plans: plans as PlanSettings };
    expect(() => serialize([plan], settings)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe("lowerLaunchPlan", () => {
  it("is a message with all its parts, the empty ones too", () => {
    const empty = { values: new Map() };
    const { id, spec, closure } = lower(launchPlan(job));
    expect(id).toEqual({ resourceType: 3, project: "p", domain: "d", name: "m.job", version: "v", org: "" });
    expect(spec).toMatchObject({
      workflowId: { resourceType: 2, project: "p", domain: "d", name: "m.job", version: "v", org: "" },
      entityMetadata: { schedule: undefined, notifications: [], launchConditions: undefined },
      fixedInputs: { literals: new Map() },
      labels: empty,
      annotations: empty,
      rawOutputDataConfig: { outputLocationPrefix: "" },
      securityContext: undefined,
      maxParallelism: 0,
      overwriteCache: false,
      concurrencyPolicy: undefined,
      authRole: undefined,
      role: "",
    });
    expect(closure).toMatchObject({
      expectedInputs: { parameters: new Map() },
      expectedOutputs: { variables: new Map() },
    });
  });

  it("has a parameter for each input: required, with a default, or none", () => {
    expect(parametersOf(launchPlan(job))).toMatchObject({
      a: { var: { description: "how many" }, behavior: { $case: "required", value: true } },
      b: { behavior: { $case: "default", value: text("bee") } },
      // A bare none, where a default of none is one of a union.
      c: { behavior: { $case: "default", value: { value: { value: { value: { $case: "noneType" } } } } } },
      e: { behavior: { $case: "default", value: { value: { value: { value: { $case: "union" } } } } } },
    });
  });

  it("has the plan's own defaults, and none of what it fixes", () => {
    const plan = launchPlan(job, {
      name: "m.plan",
      defaultInputs: { b: "cee", e: undefined, c: 3 },
      fixedInputs: { a: 7 },
    });
    const parameters = parametersOf(plan);
    expect(Object.keys(parameters).toSorted()).toEqual(["b", "c", "e"]);
    expect(parameters).toMatchObject({
      b: { behavior: { value: text("cee") } },
      c: { behavior: { value: { value: { value: { value: { $case: "union" } } } } } },
    });
    expect(lower(plan).spec?.fixedInputs?.literals.get("a")).toMatchObject(integer(7n));
  });

  it("refers to a workflow that is registered elsewhere by its own id", () => {
    const elsewhere = referenceWorkflow({
      project: "o",
      domain: "prod",
      version: "9",
      name: "o.flow",
      inputs: { n: t.int() },
    });
    const { id, spec } = lower(launchPlan(elsewhere, { name: "m.plan", fixedInputs: { n: 1 } }));
    expect(id).toMatchObject({ project: "p", name: "m.plan", version: "v" });
    expect(spec?.workflowId).toEqual({
      resourceType: 2,
      project: "o",
      domain: "prod",
      name: "o.flow",
      version: "9",
      org: "",
    });
  });

  it("gives each caller a new message", () => {
    const plan = launchPlan(job, {
      name: "m.plan",
      fixedInputs: { a: 7 },
      labels: { team: "data" },
      schedule: cron("@daily"),
      notifications: [{ on: ["failed"], email: ["ops@example.com"] }],
    });
    const before = lower(plan);
    scramble(lowerLaunchPlan(plan, SETTINGS));
    expect(lower(plan)).toEqual(before);
  });
});
