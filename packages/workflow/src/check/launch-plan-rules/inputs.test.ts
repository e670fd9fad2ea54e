import { ArtifactQuery, LiteralType, Parameter, Variable } from "@flytekit-ts/models/core";
import type { Literal } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  chosen,
  datetime,
  float,
  type Found,
  foundInPlan,
  int,
  list,
  listOf,
  literalOf,
  map,
  mapOf,
  none,
  primitive,
  scalar,
  tagged,
  text,
  typeOf,
  unionOf,
} from "../../../test/support/sound-messages.js";

const INT = typeOf("INTEGER");
const STRING = typeOf("STRING");
const DATETIME = typeOf("DATETIME");
const OPTIONAL = unionOf(tagged(INT, "int"), tagged(typeOf("NONE"), "none"));

/** What is found in a plan whose workflow has an input `in` of a type, and that gives it this default. */
function byDefault(
  behavior: Parameter["behavior"] | Literal,
  type: LiteralType | undefined,
  of = type,
): readonly Found[] {
  return foundInPlan((spec, { workflow }) => {
    if (of !== undefined) workflow.interface?.inputs?.variables.set("in", { ...Variable.create(), type: of });
    const given =
      behavior === undefined || "$case" in behavior
        ? behavior
        : ({ $case: "default", value: behavior } as const);
    spec.defaultInputs?.parameters.set("in", { var: { ...Variable.create(), type }, behavior: given });
  });
}

/** The same for a fixed value. */
function fixed(literal: Literal, type: LiteralType | undefined): readonly Found[] {
  return foundInPlan((spec, { workflow }) => {
    workflow.interface?.inputs?.variables.set("in", { ...Variable.create(), type });
    spec.fixedInputs?.literals.set("in", literal);
  });
}

const mismatch = (side: "Default" | "Fixed", wanted: string, given: string): Found => [
  "BINDING_TYPE_MISMATCH",
  `${side.toLowerCase()} input in of launch plan lp takes ${wanted}, but was given ${given}.`,
  { input: "in", expected: wanted, got: given },
];

describe("a value of a launch plan", () => {
  it.each<readonly [string, Literal, LiteralType]>([
    ["an integer", int(1n), INT],
    ["an integer for an optional", int(1n), OPTIONAL],
    ["none for an optional", none(), OPTIONAL],
    ["a chosen variant", chosen(int(1n), tagged(INT, "int")), OPTIONAL],
    ["no items", list(), listOf(INT)],
    ["no entries", map({}), mapOf(INT)],
    ["an empty list among lists", list(list(), list(int(1n))), listOf(listOf(INT))],
    [
      "a record as MessagePack",
      scalar({ $case: "binary", value: { value: new Uint8Array(), tag: "msgpack" } }),
      typeOf("STRUCT"),
    ],
    ["a record as Struct", scalar({ $case: "generic", value: {} }), typeOf("STRUCT")],
    ["a text of an enum", text("b"), typeOf(["a", "b"])],
    [
      "an offloaded value",
      literalOf({ $case: "offloadedMetadata", value: { uri: "", sizeBytes: 1n, inferredType: INT } }),
      INT,
    ],
    ["the first datetime", datetime(-62_135_596_800n), DATETIME],
    ["the last datetime", datetime(253_402_300_799n, 999_999_999), DATETIME],
    ["a datetime in a list", list(datetime(253_402_300_800n)), listOf(DATETIME)],
  ])("may be %s", (_, literal, type) => {
    expect(byDefault(literal, type)).toEqual([]);
    expect(fixed(literal, type)).toEqual([]);
  });

  it.each<readonly [string, Literal, LiteralType, string, string]>([
    ["a float", float(1), INT, "integer", "float"],
    ["an integer", int(1n), typeOf("FLOAT"), "float", "integer"],
    ["a mixed list", list(int(1n), text("a")), listOf(INT), "list of integer", "list of integer or string"],
    ["another variant", chosen(int(1n), tagged(INT, "other")), OPTIONAL, "optional integer", "integer"],
    ["none", none(), INT, "integer", "none"],
    ["nothing that is known", scalar(undefined), INT, "integer", "unknown type"],
    [
      "a list of nothing that is known",
      list(scalar(undefined)),
      listOf(INT),
      "list of integer",
      "list of unknown type",
    ],
    ["none where it is ambiguous", none(), unionOf(typeOf("NONE"), typeOf("NONE")), "optional none", "none"],
  ])("may not be %s where the type is another", (_, literal, type, wanted, given) => {
    expect(byDefault(literal, type)).toEqual([mismatch("Default", wanted, given)]);
    expect(fixed(literal, type)).toEqual([mismatch("Fixed", wanted, given)]);
  });

  it("is there", () => {
    expect(byDefault(literalOf(undefined), INT)).toEqual([
      ["PART_MISSING", "Default input in of launch plan lp has no value.", { input: "in" }],
    ]);
    expect(fixed(literalOf(undefined), INT)).toEqual([
      ["PART_MISSING", "Fixed input in of launch plan lp has no value.", { input: "in" }],
    ]);
    expect(fixed(undefined as never, INT)).toHaveLength(1);
    expect(byDefault({ $case: "default", value: undefined as never }, INT)).toHaveLength(1);
  });

  it.each<readonly [string, Literal, LiteralType]>([
    ["the year 10000", datetime(253_402_300_800n), DATETIME],
    ["the year 0", datetime(-62_135_596_801n), DATETIME],
    ["nanoseconds below zero", datetime(0n, -1), DATETIME],
    ["a second of nanoseconds", datetime(0n, 1e9), DATETIME],
    ["a datetime that was chosen", chosen(datetime(0n), DATETIME), DATETIME],
    ["half a datetime", primitive({ $case: "datetime", value: { seconds: 0n } as never }), DATETIME],
    ["half a datetime more", primitive({ $case: "datetime", value: { nanos: 0 } as never }), DATETIME],
    ["no datetime at all", primitive({ $case: "datetime", value: undefined as never }), DATETIME],
    ["the year 10000 for an optional", datetime(253_402_300_800n), unionOf(DATETIME, typeOf("NONE"))],
  ])("may not be %s", (_, literal, type) => {
    const wanted = "a datetime of the years 1 to 9999";
    const found = (side: string) => [
      [
        "VALUE_TYPE_MISMATCH",
        `${side} input in of launch plan lp should be ${wanted}, but was no such datetime.`,
        { input: "in", expected: wanted },
      ],
    ];
    expect(byDefault(literal, type)).toEqual(found("default"));
    expect(fixed(literal, type)).toEqual(found("fixed"));
  });

  it("is never shown", () => {
    const secret = text("hunter2");
    const problems = [byDefault(secret, INT), byDefault(secret, typeOf(["a"])), fixed(list(secret), INT)];
    expect(problems.flat()).toHaveLength(3);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  it("may not be deeper than decoders read, nor hold itself", () => {
    let deep = int(1n);
    for (let level = 0; level < 50_000; level += 1) deep = list(deep);
    const problem = (side: string): readonly Found[] => [
      [
        "VALUE_TOO_DEEP",
        `A type nests deeper than decoders follow (100 messages): ${side} input in of launch plan lp`,
        { input: "in" },
      ],
    ];
    expect(byDefault(deep, listOf(INT))).toEqual(problem("default"));
    expect(fixed(deep, listOf(INT))).toEqual(problem("fixed"));
    let type = INT;
    for (let level = 0; level < 50_000; level += 1) type = listOf(type);
    expect(byDefault(list(), type)).toEqual(problem("default"));
    expect(byDefault(list(), listOf(INT), type)).toEqual(problem("default"));
    expect(fixed(list(), type)).toEqual(problem("fixed"));
  });
});

describe("a text for an enum", () => {
  const ENUM = typeOf(["a", "b"]);
  const wrong = text("c");

  it.each<readonly [string, Literal, LiteralType]>([
    ["itself", wrong, ENUM],
    ["in a list", list(text("a"), wrong), listOf(ENUM)],
    ["in a map", map({ x: text("a"), y: wrong }), mapOf(ENUM)],
    ["deeper", map({ x: list(wrong) }), mapOf(listOf(ENUM))],
    ["for an optional", wrong, unionOf(ENUM, typeOf("NONE"))],
    ["in a list of optionals", list(none(), wrong), listOf(unionOf(ENUM, typeOf("NONE")))],
    ["as the variant that was chosen", chosen(wrong, ENUM), unionOf(ENUM, INT)],
    [
      "in a list as the variant that was chosen",
      chosen(list(wrong), listOf(ENUM)),
      unionOf(listOf(ENUM), INT),
    ],
  ])("has to be one of its values: %s", (_, literal, type) => {
    expect(byDefault(literal, type)).toEqual([mismatch("Default", 'one of "a", "b"', "another text")]);
    expect(fixed(literal, type)).toEqual([mismatch("Fixed", 'one of "a", "b"', "another text")]);
  });

  it.each<readonly [string, Literal, LiteralType]>([
    ["a value", text("a"), ENUM],
    ["values in a list", list(text("a"), text("b")), listOf(ENUM)],
    ["values in a map", map({ x: text("b") }), mapOf(ENUM)],
    ["none", none(), unionOf(ENUM, typeOf("NONE"))],
    ["a value for an optional", text("b"), unionOf(ENUM, typeOf("NONE"))],
    ["a variant", chosen(text("a"), ENUM), unionOf(ENUM, INT)],
    ["another variant", chosen(int(1n), INT), unionOf(ENUM, INT)],
    ["an integer", int(1n), unionOf(ENUM, INT)],
  ])("may be %s", (_, literal, type) => {
    expect(byDefault(literal, type)).toEqual([]);
    expect(fixed(literal, type)).toEqual([]);
  });

  it("counts where only the workflow says that it is one", () => {
    expect(byDefault(text("a"), STRING, ENUM)).toEqual([]);
    expect(byDefault(wrong, STRING, ENUM)).toEqual([mismatch("Default", 'one of "a", "b"', "another text")]);
    expect(byDefault(wrong, ENUM, STRING)).toEqual([mismatch("Default", 'one of "a", "b"', "another text")]);
  });
});

describe("the default inputs of a launch plan", () => {
  it("are inputs of the workflow", () => {
    const found = foundInPlan((spec) => spec.defaultInputs?.parameters.set("nope", Parameter.create()));
    expect(found).toEqual([
      ["INPUT_UNKNOWN", "workflow wf has no input nope; it has x, s, when, e, xs, opt.", { input: "nope" }],
    ]);
    const unnamed = foundInPlan((spec) => spec.defaultInputs?.parameters.set("", Parameter.create()));
    expect(unnamed).toEqual([
      [
        "VARIABLE_NAME_INVALID",
        '"" in default inputs of launch plan lp is no variable name: a letter or underscore, then letters, digits and underscores.',
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
      ["INPUT_UNKNOWN", `workflow wf has no input ${name}; it has none.`, { input: name }],
    ]);
  });

  it("are told with twenty of the names there are", () => {
    const found = foundInPlan((spec, { workflow }) => {
      const variables = workflow.interface?.inputs?.variables;
      for (let i = 0; i < 30; i += 1) variables?.set(`i${i}`, Variable.create({ type: INT }));
      spec.defaultInputs?.parameters.set("nope", Parameter.create());
    });
    expect(found[0]?.[1]).toMatch(/it has x, s, when, e, xs, opt, i0, .*, i13\.$/);
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
        "Default input in of launch plan lp sets an artifact, which a cluster takes only where artifacts are enabled.",
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
      ["INPUT_UNKNOWN", "workflow wf has no input nope; it has x, s, when, e, xs, opt.", { input: "nope" }],
    ]);
    const [unnamed] = foundInPlan((spec) => spec.fixedInputs?.literals.set("", int(1n)));
    expect(unnamed?.[1]).toContain('"" in fixed inputs of launch plan lp is no variable name');
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

  it("fit anything where the workflow says nothing: what is wrong there is told elsewhere", () => {
    expect(fixed(int(1n), undefined)).toEqual([]);
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
