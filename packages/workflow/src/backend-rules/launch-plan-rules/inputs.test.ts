import { ArtifactQuery, LiteralType, Parameter, Variable } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { byDefault, fixed, mismatch } from "../../../test/support/plan-values.js";
import {
  type Found,
  foundInPlan,
  int,
  tagged,
  text,
  typeOf,
  unionOf,
} from "../../../test/support/sound-messages.js";

const INT = typeOf("INTEGER");
const STRING = typeOf("STRING");
const OPTIONAL = unionOf(tagged(INT, "int"), tagged(typeOf("NONE"), "none"));

describe("the default inputs of a launch plan", () => {
  it("are inputs of the workflow", () => {
    const found = foundInPlan((spec) => spec.defaultInputs?.parameters.set("nope", Parameter.create()));
    expect(found).toEqual([
      [
        "INPUT_UNKNOWN",
        "workflow wf has no input nope; its inputs are x, s, when, e, xs, opt.",
        { input: "nope" },
      ],
    ]);
    const unnamed = foundInPlan((spec) => spec.defaultInputs?.parameters.set("", Parameter.create()));
    expect(unnamed).toEqual([
      [
        "VARIABLE_NAME_INVALID",
        '"" in default inputs of launch plan lp is not a valid variable name, which is a letter or underscore, then letters, digits and underscores.',
        { input: "" },
      ],
    ]);
  });

  it("are none where the workflow has none", () => {
    const found = foundInPlan((spec, { workflow }) => {
      workflow.interface?.inputs?.variables.clear();
      spec.defaultInputs?.parameters.set("y".repeat(99), Parameter.create());
    });
    const name = `${"y".repeat(80)}...`;
    expect(found).toEqual([
      ["INPUT_UNKNOWN", `workflow wf has no input ${name}; it has no inputs.`, { input: name }],
    ]);
  });

  it("are reported with the first twenty known names", () => {
    const found = foundInPlan((spec, { workflow }) => {
      const variables = workflow.interface?.inputs?.variables;
      for (let i = 0; i < 30; i += 1) variables?.set(`i${i}`, Variable.create({ type: INT }));
      spec.defaultInputs?.parameters.set("nope", Parameter.create());
    });
    expect(found[0]?.[1]).toMatch(/its inputs are x, s, when, e, xs, opt, i0, .*, i13\.$/);
  });

  it("declare a type that fits the workflow's", () => {
    const untyped: Found = [
      "PART_MISSING",
      "Default input in of launch plan lp has no type.",
      { input: "in" },
    ];
    expect(byDefault(int(1n), undefined, INT)).toEqual([untyped]);
    expect(byDefault(text("a"), STRING, INT)).toEqual([
      mismatch("Default", "integer", "the declared type string"),
    ]);
    // The declaration is what is wrong, even if the value would do.
    expect(byDefault(int(1n), typeOf("FLOAT"), INT)).toEqual([
      mismatch("Default", "integer", "the declared type float"),
    ]);
    expect(byDefault(int(1n), INT, OPTIONAL)).toEqual([]);
    expect(byDefault(int(1n), LiteralType.create(), INT)).toHaveLength(1);
    // What is wrong with the workflow is told elsewhere.
    const untypedWorkflow = foundInPlan((spec, { workflow }) => {
      workflow.interface?.inputs?.variables.set("in", Variable.create());
      const parameter = Parameter.create({ var: { type: INT } });
      spec.defaultInputs?.parameters.set("in", {
        ...parameter,
        behavior: { $case: "default", value: int(1n) },
      });
    });
    expect(untypedWorkflow).toEqual([]);
    const half = foundInPlan((spec, { workflow }) => {
      workflow.interface?.inputs?.variables.set("in", undefined as never);
      const parameter = Parameter.create({ var: { type: INT } });
      spec.defaultInputs?.parameters.set("in", {
        ...parameter,
        behavior: { $case: "default", value: int(1n) },
      });
    });
    expect(half).toEqual([]);
  });

  it("have a value, or are required", () => {
    expect(byDefault({ $case: "required", value: true }, INT)).toEqual([]);
    const message = "Default input in of launch plan lp has no default value, and is not required either.";
    const found: Found = ["PART_MISSING", message, { input: "in" }];
    expect(byDefault({ $case: "required", value: false }, INT)).toEqual([found]);
    expect(byDefault(undefined, INT)).toEqual([found]);
  });

  it.each([
    { $case: "artifactQuery", value: ArtifactQuery.create() },
    { $case: "artifactId", value: { artifactKey: undefined, version: "" } as never },
  ] as const)("are no artifacts: $$case", (behavior) => {
    expect(byDefault(behavior, INT)).toEqual([
      [
        "FIELD_UNSUPPORTED",
        "Default input in of launch plan lp sets an artifact, which a cluster accepts only where artifacts are enabled.",
        { input: "in" },
      ],
    ]);
  });

  it("may lack anything", () => {
    const found = foundInPlan((spec) => spec.defaultInputs?.parameters.set("x", undefined as never));
    expect(found).toEqual([
      ["PART_MISSING", "Default input x of launch plan lp has no type.", { input: "x" }],
    ]);
  });

  it("are named in short", () => {
    const name = "y".repeat(99);
    const found = foundInPlan((spec, { workflow }) => {
      workflow.interface?.inputs?.variables.set(name, Variable.create({ type: INT }));
      spec.defaultInputs?.parameters.set(name, Parameter.create());
    });
    const short = `${"y".repeat(80)}...`;
    expect(found).toEqual([
      ["PART_MISSING", `Default input ${short} of launch plan lp has no type.`, { input: short }],
    ]);
  });
});

describe("the fixed inputs of a launch plan", () => {
  it("are inputs of the workflow", () => {
    expect(foundInPlan((spec) => spec.fixedInputs?.literals.set("nope", int(1n)))).toEqual([
      [
        "INPUT_UNKNOWN",
        "workflow wf has no input nope; its inputs are x, s, when, e, xs, opt.",
        { input: "nope" },
      ],
    ]);
    const [unnamed] = foundInPlan((spec) => spec.fixedInputs?.literals.set("", int(1n)));
    expect(unnamed?.[1]).toContain('"" in fixed inputs of launch plan lp is not a valid variable name');
  });

  it("have no default beside", () => {
    const both = (name: string) =>
      foundInPlan((spec) => {
        const parameter = Parameter.create({ var: { type: INT } });
        spec.defaultInputs?.parameters.set(name, {
          ...parameter,
          behavior: { $case: "default", value: int(1n) },
        });
        spec.fixedInputs?.literals.set(name, int(1n));
      });
    expect(both("x")).toEqual([
      [
        "INPUT_FIXED_AND_DEFAULTED",
        "Launch plan lp gives the input x both a default and a fixed value.",
        { input: "x" },
      ],
    ]);
    // An input that there is not is told once.
    expect(both("nope").map(([code]) => code)).toEqual(["INPUT_UNKNOWN"]);
  });

  it("fit any input without a type: that is reported elsewhere", () => {
    expect(fixed(int(1n), undefined)).toEqual([]);
    const half = foundInPlan((spec, { workflow }) => {
      workflow.interface?.inputs?.variables.set("in", undefined as never);
      spec.fixedInputs?.literals.set("in", int(1n));
    });
    expect(half).toEqual([]);
  });

  it("are named in short", () => {
    const name = "y".repeat(99);
    const found = foundInPlan((spec, { workflow }) => {
      workflow.interface?.inputs?.variables.set(name, Variable.create({ type: INT }));
      spec.fixedInputs?.literals.set(name, text("a"));
    });
    expect(found[0]?.[2]?.input).toBe(`${"y".repeat(80)}...`);
  });
});
