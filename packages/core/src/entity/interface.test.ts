import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { t } from "../makers/t.js";
import { toIdlInterface } from "./idl-interface.js";
import { createInterface } from "./interface.js";

const create = (declared: object) => createInterface({ name: "a.b", ...declared }, "task");

describe("createInterface", () => {
  it("has one bare output called o0", () => {
    const { outputs, outputStyle } = create({ output: t.int() });
    expect([outputStyle, [...outputs.keys()]]).toEqual(["bare", ["o0"]]);
  });

  it("has named outputs in declared order", () => {
    const { outputs, outputStyle } = create({ outputs: { z: t.int(), a: t.int() } });
    expect([outputStyle, [...outputs.keys()]]).toEqual(["named", ["z", "a"]]);
  });

  it.each([{}, { outputs: {} }, { output: undefined }, { outputs: undefined }])(
    "is void for %j",
    (declared) => {
      expect(create(declared).outputStyle).toBe("void");
    },
  );

  it("keeps inputs in declared order, and their names in flytekit's", () => {
    const { inputs, inputNames } = create({ inputs: { b: t.int(), a: t.int(), B: t.int(), _: t.int() } });
    expect([...inputs.keys()]).toEqual(["b", "a", "B", "_"]);
    expect(inputNames).toEqual(["B", "_", "a", "b"]);
  });

  it.each([
    [
      { inputs: { "a-b": t.int() } },
      'VARIABLE_NAME_INVALID: "a-b" in inputs of task a.b is not a valid variable name',
    ],
    [
      { inputs: JSON.parse('{ "__proto__": 1 }') },
      'VARIABLE_NAME_INVALID: "__proto__" in inputs of task a.b',
    ],
    [{ outputs: { "0": t.int() } }, 'VARIABLE_NAME_INVALID: "0" in outputs of task a.b'],
    [
      { inputs: { x: "int" } },
      "TYPE_UNKNOWN: A Flyte type is needed for inputs.x of task a.b, but a string was given",
    ],
    [
      { outputs: { x: t.int } },
      "TYPE_UNKNOWN: A Flyte type is needed for outputs.x of task a.b, but a function was given",
    ],
    [
      { output: { x: t.int() } },
      "TYPE_UNKNOWN: A Flyte type is needed for output of task a.b, but an object was given",
    ],
    [
      { output: t.int(), outputs: { x: t.int() } },
      "OUTPUTS_AMBIGUOUS: Task a.b declares both `output` and `outputs`",
    ],
    [
      { inputs: null },
      "OPTION_INVALID: The option `inputs` of task a.b takes types by name, but was given null",
    ],
    [
      { inputs: [t.int()] },
      "OPTION_INVALID: The option `inputs` of task a.b takes types by name, but was given an array",
    ],
    [
      { outputs: null },
      "OPTION_INVALID: The option `outputs` of task a.b takes types by name, but was given null",
    ],
    [
      { outputs: "x" },
      'OPTION_INVALID: The option `outputs` of task a.b takes types by name, but was given "x"',
    ],
    [
      { outputs: t.int() },
      "OPTION_INVALID: The option `outputs` of task a.b takes types by name, but was given one type without a name",
    ],
  ])("refuses %j", (declared, text) => {
    expect(refusal(() => create(declared))).toContain(text);
  });
});

describe("toIdlInterface", () => {
  it("gives every variable a description: the author's, or its name", () => {
    const idl = toIdlInterface(create({ inputs: { n: t.int().describe("how many") }, output: t.int() }));
    expect(idl.inputs?.variables.get("n")?.description).toBe("how many");
    expect(idl.outputs?.variables.get("o0")?.description).toBe("o0");
  });

  it("has both maps where there are no variables", () => {
    expect(toIdlInterface(create({}))).toEqual({
      inputs: { variables: new Map() },
      outputs: { variables: new Map() },
    });
  });
});
