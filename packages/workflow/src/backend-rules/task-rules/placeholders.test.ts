import { type K8sPod, type LiteralType, Variable } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  type Found,
  foundInTask,
  listOf,
  mapOf,
  typeOf,
  unionOf,
} from "../../../test/support/sound-messages.js";

/** What is found in a task with these inputs whose container has these arguments. */
function found(args: readonly string[], inputs: Record<string, LiteralType> = {}): readonly Found[] {
  return foundInTask((task) => {
    const variables = new Map(
      Object.entries(inputs).map(([name, type]) => [name, { ...Variable.create(), type }]),
    );
    task.interface = { inputs: { variables }, outputs: { variables: new Map() } };
    if (task.target?.$case === "container") task.target.value.args = [...args];
  }).map(([code, message]) => [code, message]);
}

const invalid = (input: string, problem: string): Found => [
  "COMMAND_INPUT_INVALID",
  `The command of task t uses \`{{.inputs.${input}}}\`, but ${problem}.`,
];

describe("the command of a task", () => {
  it.each([
    "{{.inputs.a}}",
    "{{ .Inputs.a }}",
    "{{$inputs.a}}",
    "--a={{.inputs.a}}/{{.inputs.a}}",
    "{{.input}}",
    "{{.inputPrefix}}",
    "{{ inputs.zz }}",
    "{.inputs.zz}",
    "{{.outputs.zz}}",
  ])("may hold %s", (word) => {
    expect(found([word], { a: typeOf("INTEGER") })).toEqual([]);
  });

  it.each(["{{.inputs.zz}}", "{{ .Inputs.zz }}", "{{$INPUTS.zz}}", "x{{.inputs.a}}{{.inputs.zz}}"])(
    "may not hold %s, which names no input",
    (word) => {
      const inputs = { a: typeOf("INTEGER"), b: typeOf("STRING") };
      expect(found([word, word], inputs)).toEqual([invalid("zz", "the inputs of the task are a, b")]);
    },
  );

  it("names inputs as they are spelt, and only inputs", () => {
    expect(found(["{{.inputs.A}}"], { a: typeOf("INTEGER") })).toEqual([
      invalid("A", "the inputs of the task are a"),
    ]);
    expect(found(["{{.inputs.a.b}}"])).toEqual([invalid("a.b", "the task has no inputs")]);
  });

  it.each([
    ["a list", listOf(typeOf("INTEGER"))],
    ["a record", typeOf("STRUCT")],
    ["an enum", typeOf(["a", "b"])],
    ["a datetime", typeOf("DATETIME")],
  ])("may hold %s", (_, type) => {
    expect(found(["{{.inputs.a}}"], { a: type })).toEqual([]);
  });

  it.each([
    ["none", typeOf("NONE")],
    ["map of integer", mapOf(typeOf("INTEGER"))],
    ["list of map of integer", listOf(mapOf(typeOf("INTEGER")))],
    ["optional integer", unionOf(typeOf("INTEGER"), typeOf("NONE"))],
  ])("may not hold a value of type %s, which Flyte cannot write there", (words, type) => {
    expect(found(["{{.inputs.a}}"], { a: type })).toEqual([
      invalid("a", `Flyte cannot write a value of type ${words} into a command`),
    ]);
  });

  it("counts in the containers of a pod, too", () => {
    const containers = [{ name: "main", command: ["run"], args: ["{{.inputs.zz}}", 5] }];
    const problems = foundInTask((task) => {
      task.target = { $case: "k8sPod", value: { podSpec: { containers } } as unknown as K8sPod };
      task.config = new Map([["primary_container_name", "main"]]);
    });
    expect(problems.map(([code]) => code)).toContain("POD_INVALID");
    containers[0]?.args.pop();
    const names = foundInTask((task) => {
      task.target = { $case: "k8sPod", value: { podSpec: { containers } } as unknown as K8sPod };
      task.config = new Map([["primary_container_name", "main"]]);
    });
    expect(names.map(([code]) => code)).toEqual(["COMMAND_INPUT_INVALID"]);
  });
});
