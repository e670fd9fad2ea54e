import { Any } from "@flytekit-ts/models/google";
import type { Notification } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { type Found, foundInPlan, int, soundPlan } from "../../test/support/sound-messages.js";
import { checkLaunchPlan } from "./check-launch-plan.js";

describe("checkLaunchPlan", () => {
  it("finds nothing in a sound plan", () => {
    expect(checkLaunchPlan(soundPlan())).toEqual([]);
  });

  it("gives whole problems", () => {
    const { launchPlan, workflow } = soundPlan();
    launchPlan.spec.labels = { values: new Map([["a b", ""]]) };
    expect(checkLaunchPlan({ launchPlan, workflow })).toEqual([
      {
        code: "LABEL_INVALID",
        severity: "error",
        message: 'Launch plan lp has the label name "a b", which Kubernetes does not accept.',
        hint: "Kubernetes accepts up to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends; Flyte accepts at most 16 labels.",
      },
    ]);
  });

  it("takes a part that is missing for an empty one", () => {
    expect(foundInPlan((spec) => (spec.defaultInputs = undefined))).toEqual([]);
    expect(foundInPlan((spec) => (spec.fixedInputs = undefined))).toEqual([]);
    const inputs = foundInPlan((spec, { workflow }) => {
      workflow.interface = { inputs: undefined, outputs: undefined };
      spec.fixedInputs?.literals.set("x", int(1n));
    });
    expect(inputs).toEqual([
      ["INPUT_UNKNOWN", "workflow wf has no input x; it has no inputs.", { input: "x" }],
    ]);
    const ids = foundInPlan((spec, { workflow }) => {
      workflow.id = undefined;
      spec.workflowId = undefined;
    });
    expect(ids).toEqual([["PART_MISSING", "The workflow of launch plan lp has no id."]]);
  });

  it("wants a specification", () => {
    const message = "Launch plan lp has no specification.";
    for (const spec of [undefined, null]) {
      const { launchPlan, workflow } = soundPlan();
      const plan = { ...launchPlan, spec: spec as never };
      expect(checkLaunchPlan({ launchPlan: plan, workflow })).toMatchObject([
        { code: "PART_MISSING", message },
      ]);
    }
  });

  it.each([{}, { launchPlan: null, workflow: null }, { launchPlan: {} }])("takes %j", (parts) => {
    expect(checkLaunchPlan(parts as never)).toMatchObject([
      { message: "A launch plan has no specification." },
    ]);
  });

  it("finds no input of a workflow that is not there", () => {
    const { launchPlan } = soundPlan();
    launchPlan.spec.fixedInputs?.literals.set("x", { value: undefined, hash: "", metadata: new Map() });
    const [found] = checkLaunchPlan({ launchPlan, workflow: undefined as never });
    expect(found?.message).toBe("workflow wf has no input x; it has no inputs.");
  });

  it("cuts off a long name", () => {
    const found = foundInPlan((spec, { launchPlan }) => {
      launchPlan.id = {
        resourceType: 3,
        project: "p",
        domain: "d",
        name: "n".repeat(200),
        version: "v",
        org: "",
      };
      spec.maxParallelism = -1;
    });
    expect(found).toEqual([
      [
        "OPTION_INVALID",
        `The option \`maxParallelism\` of launch plan ${"n".repeat(80)}... takes a whole number from 0 to 2^31 - 1, but was given -1.`,
      ],
    ]);
  });
});

describe("the ids of a launch plan", () => {
  it("are its own and the workflow's", () => {
    const own = foundInPlan((_, { launchPlan }) => Object.assign(launchPlan.id ?? {}, { resourceType: 2 }));
    expect(own[0]?.[1]).toContain(
      "In the id of launch plan lp, the resource type takes that of a launch plan (3)",
    );
    const of = foundInPlan((spec) => Object.assign(spec.workflowId ?? {}, { resourceType: 3, version: "" }));
    expect(of.map(([, message]) => message)).toEqual([
      "In the id of the workflow of launch plan lp, the resource type takes that of a workflow (2), but was the number 3.",
      'In the id of the workflow of launch plan lp, the version takes 1 to 255 letters, digits and . _ ~ -, but was "".',
    ]);
  });

  it("are there", () => {
    expect(foundInPlan((_, { launchPlan }) => (launchPlan.id = undefined))).toEqual([
      ["PART_MISSING", "A launch plan has no id."],
    ]);
    expect(foundInPlan((spec) => (spec.workflowId = undefined))).toEqual([
      ["PART_MISSING", "The workflow of launch plan lp has no id."],
    ]);
  });
});

describe("the limits of a launch plan", () => {
  it.each([
    [{ maxParallelism: 0 }],
    [{ maxParallelism: 5 }],
    [{ concurrencyPolicy: { max: 1, behavior: 0 } }],
    [{ envs: { values: [{ key: "A", value: "" }] } }],
    [{ annotations: { values: new Map([["any-thing", "at all"]]) } }],
    [{ rawOutputDataConfig: { outputLocationPrefix: "::" } }],
    [{ maxParallelism: undefined, concurrencyPolicy: null, envs: null, entityMetadata: null }],
  ])("are taken: %j", (change) => {
    expect(foundInPlan((spec) => Object.assign(spec, change))).toEqual([]);
  });

  it.each<readonly [object, string, string, string]>([
    [{ maxParallelism: -1 }, "maxParallelism", "a whole number from 0 to 2^31 - 1", "-1"],
    [{ maxParallelism: 2 ** 31 }, "maxParallelism", "a whole number from 0 to 2^31 - 1", "2147483648"],
    [
      { concurrencyPolicy: { max: 0, behavior: 1 } },
      "concurrency.max",
      "a whole number from 1 to 2^31 - 1",
      "0",
    ],
    [
      { concurrencyPolicy: { max: 2 ** 31, behavior: 1 } },
      "concurrency.max",
      "a whole number from 1 to 2^31 - 1",
      "2147483648",
    ],
    [
      {
        envs: {
          values: [
            { key: "A", value: "" },
            { key: "", value: "secret" },
          ],
        },
      },
      "environment",
      "names that are not empty",
      '""',
    ],
    [{ envs: { values: [undefined] } }, "environment", "names that are not empty", '""'],
  ])("make sense: not %j", (change, option, wanted, given) => {
    expect(foundInPlan((spec) => Object.assign(spec, change))).toEqual([
      [
        "OPTION_INVALID",
        `The option \`${option}\` of launch plan lp takes ${wanted}, but was given ${given}.`,
      ],
    ]);
  });

  it("have no launch conditions among them", () => {
    const found = foundInPlan((spec) =>
      Object.assign(spec.entityMetadata ?? {}, { launchConditions: Any.create() }),
    );
    expect(found).toEqual([
      ["FIELD_UNSUPPORTED", "Launch plan lp sets launch conditions, which Flyte 1.16 does not know."],
    ]);
  });
});

describe("the labels of a launch plan", () => {
  const labels = (...values: readonly (readonly [string, string])[]) =>
    foundInPlan((spec) => (spec.labels = { values: new Map(values) }));
  const many = (count: number) => Array.from({ length: count }, (_, i) => [`k${i}`, ""] as const);

  it("are sixteen at most", () => {
    expect(labels(...many(16))).toEqual([]);
    expect(labels(...many(17))).toEqual([
      ["LABEL_INVALID", "Launch plan lp has 17 labels, and 16 are allowed."],
    ]);
    expect(labels(...many(17), ["a b", ""])).toHaveLength(1);
  });

  it.each([
    "a",
    "A",
    "9",
    "A.b_c-D",
    "a".repeat(63),
    "example.com/a",
    "a/b",
    "a-b.c-d/E_f",
    "a.b/c",
    "a.b--c.def/g",
    `${"a".repeat(253)}/b`,
  ])("may be named %s", (key) => {
    expect(labels([key, ""])).toEqual([]);
  });

  it.each([
    "",
    "a b",
    "-a",
    "a-",
    "_a",
    "a.",
    "é",
    "a\n",
    "a".repeat(64),
    "/a",
    "a/",
    "a/b/c",
    "Example.com/a",
    "a_b/c",
    ".a/b",
    "a./b",
    "a..b/c",
    "-a/b",
    "a-/b",
    `${"a".repeat(254)}/b`,
  ])("may not be named %j", (key) => {
    const shown = JSON.stringify(key.length > 80 ? `${key.slice(0, 80)}...` : key);
    expect(labels([key, ""])).toEqual([
      ["LABEL_INVALID", `Launch plan lp has the label name ${shown}, which Kubernetes does not accept.`],
    ]);
  });

  it.each(["", "a", "A.b_c-D", "9", "a".repeat(63)])("may have the value %j", (value) => {
    expect(labels(["k", value])).toEqual([]);
  });

  it.each(["v w", "-a", "a-", "é", "a/b", "a\n", "a".repeat(64)])(
    "may not have the value %j, which is not shown",
    (value) => {
      expect(labels(["k", value])).toEqual([
        ["LABEL_INVALID", 'Launch plan lp has a value of the label "k" that Kubernetes does not accept.'],
      ]);
    },
  );

  it("are reported one by one, and may lack any field", () => {
    expect(labels(["a b", ""], ["k", "v w"], ["c d", "v w"])).toHaveLength(3);
    expect(labels(["k", undefined as never])).toEqual([]);
    expect(foundInPlan((spec) => (spec.labels = {} as never))).toEqual([]);
  });
});

describe("the annotations of a launch plan", () => {
  const annotations = (...entries: readonly (readonly [string, string])[]): readonly Found[] =>
    foundInPlan((spec) => (spec.annotations = { values: new Map(entries) }));

  it.each(["a", "A.b_c-D", "example.com/team", "EXAMPLE.com/Team"])(
    "may be called %j, with any value",
    (name) => {
      expect(annotations([name, "long text, \n any bytes"])).toEqual([]);
    },
  );

  it.each(["", "a b", "-a", "a/b/c", "/a", "ä", "a".repeat(64)])("may not be called %j", (name) => {
    const message = `Launch plan lp has the annotation name ${JSON.stringify(name)}, which Kubernetes does not accept.`;
    expect(annotations(["ok", ""], [name, "v"])).toEqual([["ANNOTATION_INVALID", message]]);
  });
});

describe("the size of a launch plan", () => {
  it("is that of a request", () => {
    const found = foundInPlan(
      (spec) => (spec.annotations = { values: new Map([["a", "x".repeat(5 * 2 ** 20)]]) }),
    );
    expect(found).toMatchObject([
      [
        "REQUEST_TOO_LARGE",
        expect.stringMatching(/^The message that registers launch plan lp has about 5 MiB/),
        { severity: "warning" },
      ],
    ]);
  });
});

describe("the notifications of a launch plan", () => {
  const notify = (...notifications: readonly unknown[]): readonly Found[] =>
    foundInPlan((spec) => Object.assign(spec.entityMetadata ?? {}, { notifications }));
  const by = ($case: string, recipientsEmail: readonly unknown[], phases: readonly number[] = [4]) =>
    ({ phases, type: { $case, value: { recipientsEmail } } }) as unknown as Notification;
  const invalid = (index: number, problem: string): Found => [
    "NOTIFICATION_INVALID",
    `Notification ${index} of launch plan lp ${problem}.`,
  ];

  it.each(["email", "slack", "pagerDuty"])("may go by %s, to anything that is not empty", (way) => {
    expect(notify(by(way, ["nobody", "a@example.com"]))).toEqual([]);
    expect(notify(by(way, []))).toEqual([invalid(1, "has no recipients")]);
    expect(notify(by(way, ["a", ""]))).toEqual([invalid(1, "has an empty recipient")]);
    expect(notify(by(way, ["a", undefined]))).toEqual([invalid(1, "has an empty recipient")]);
  });

  it.each([4, 6, 7, 8])("may be sent in the final phase %i", (phase) => {
    expect(notify(by("email", ["a"], [phase]))).toEqual([]);
  });

  it.each([0, 1, 2, 3, 5, 9, 10])("may not be sent in the phase %i, in which nothing ends", (phase) => {
    expect(notify(by("email", ["a"], [4, phase]))).toEqual([
      invalid(1, "has a phase in which no execution ends"),
    ]);
  });

  it("say a way and a phase", () => {
    expect(notify(by("email", ["a"], []))).toEqual([invalid(1, "has no phases, so it is never sent")]);
    expect(notify({ phases: [4] })).toEqual([invalid(1, "does not say how to notify")]);
    expect(notify({ phases: [4], type: { $case: "email", value: undefined } })).toEqual([
      invalid(1, "does not say how to notify"),
    ]);
  });

  it("are reported by their number, with all their faults", () => {
    expect(notify(by("email", ["a"]), by("slack", [], [2]), undefined)).toEqual([
      invalid(2, "has no recipients"),
      invalid(2, "has a phase in which no execution ends"),
      invalid(3, "does not say how to notify"),
      invalid(3, "has no phases, so it is never sent"),
    ]);
  });
});
