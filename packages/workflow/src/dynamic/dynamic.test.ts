import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";
import { serialize } from "../serialize/serialize.js";
import { isDynamic, usesOf } from "./dynamic-entity.js";
import { dynamic } from "./dynamic.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const output = t.int();
const inc = task({ name: "m.inc", inputs: { x: t.int() }, output }, ({ x }) => x + 1);
const unseen = task({ name: "m.unseen" }, () => {});

describe("dynamic", () => {
  const body = ({ n }: { readonly n: number }) => Array.from({ length: n }, (_, x) => inc({ x }));
  const grow = dynamic(
    {
      name: "m.grow",
      inputs: { n: t.int() },
      output: t.list(t.int()),
      retries: 2,
      interruptible: true,
      uses: [inc],
      docs: "Grows.",
    },
    body,
  );

  it("is a task without a function of its own, and keeps its body", () => {
    expect([grow.kind, grow.name, grow.fn, isDynamic(grow), isDynamic(inc)]).toEqual([
      "task",
      "m.grow",
      undefined,
      true,
      false,
    ]);
    expect(grow.dynamic.body).toBe(body);
    expect([usesOf(grow), usesOf(inc as never)]).toEqual([[inc], []]);
  });

  it("is a node like that of any task, whose body does not run", () => {
    let runs = 0;
    const counted = dynamic({ name: "m.counted", retries: 2 }, () => void (runs += 1));
    const wf = workflow({ name: "m.wf" }, () => counted({}, { image: "i:2" }));
    const { nodes } = compile(wf, SETTINGS).template;
    expect(nodes[0]).toMatchObject({
      metadata: { name: "counted", retries: { retries: 2 } },
      target: {
        $case: "taskNode",
        value: { reference: { value: { name: "m.counted" } }, overrides: { containerImage: "i:2" } },
      },
    });
    expect(runs).toBe(0);
  });

  it("registers what it says it uses before itself", () => {
    const inner = workflow({ name: "m.inner", output }, () => inc({ x: 1 }));
    const made = dynamic({ name: "m.made", uses: [inner, unseen, inc] }, () => {});
    const wf = workflow({ name: "m.wf" }, () => made());
    expect(serialize(wf, SETTINGS).map(({ kind, id }) => [kind, id.name])).toEqual([
      ["task", "m.inc"],
      ["workflow", "m.inner"],
      ["task", "m.unseen"],
      ["task", "m.made"],
      ["workflow", "m.wf"],
    ]);
  });

  it("may use what calls it: that ends when it runs", () => {
    const around = workflow({ name: "m.around", output }, (): never => loop() as never);
    const loop = dynamic({ name: "m.loop", output, uses: [around] }, (): never => around() as never);
    expect(compile(around).entities.map(({ name }) => name)).toEqual(["m.loop", "m.around"]);
    expect(serialize(loop, SETTINGS).map(({ id }) => id.name)).toEqual(["m.around", "m.loop"]);
  });

  it("does not change when the author's list does", () => {
    const uses = [inc as typeof inc | typeof unseen];
    const made = dynamic({ name: "m.made", uses }, () => {});
    uses.push(unseen);
    expect(made.dynamic.uses).toEqual([inc]);
  });

  it("knows where it was declared", () => {
    const made = dynamic({ name: "m.made" }, () => {}); // made
    expect(made.definedAt.location?.line).toBe(lineOf(import.meta.url, "made"));
  });
});

describe("the declaration of a dynamic", () => {
  const hole: unknown[] = [];
  hole.length = 1;
  const fn = () => {};
  it.each<[unknown[], string, string]>([
    [[], "OPTIONS_NOT_AN_OBJECT", "The options of a dynamic must be one object, but nothing was given."],
    [["m.grow", fn], "OPTIONS_NOT_AN_OBJECT", "but a string was given."],
    [[{}, fn], "NAME_INVALID", "The name of a dynamic must be 1 to 255"],
    [[{ name: "a" }], "FUNCTION_MISSING", "Dynamic a takes a function as its second argument"],
    [[{ name: "a" }, "body"], "FUNCTION_MISSING", "but was given a string."],
    [[{ name: "a", use: [] }, fn], "OPTION_UNKNOWN", "There is no option `use` for dynamic a."],
    [
      [{ name: "a", uses: inc }, fn],
      "OPTION_INVALID",
      "The option `uses` of dynamic a takes a list of entities, but was given the task m.inc.",
    ],
    [[{ name: "a", uses: null }, fn], "OPTION_INVALID", "takes a list of entities, but was given null."],
    [
      [{ name: "a", uses: ["m.inc"] }, fn],
      "OPTION_INVALID",
      'takes a list of entities, but was given "m.inc".',
    ],
    [[{ name: "a", uses: [inc, undefined] }, fn], "OPTION_INVALID", "but was given nothing."],
    [[{ name: "a", uses: hole }, fn], "OPTION_INVALID", "but was given nothing."],
    [
      [{ name: "a", inputs: { x: 1 } }, fn],
      "TYPE_UNKNOWN",
      "A Flyte type is needed for inputs.x of dynamic a",
    ],
    [[{ name: "a", retries: -1 }, fn], "OPTION_INVALID", "The option `retries` of dynamic a takes"],
  ])("is refused at its line: %#", (given, code, text) => {
    const loose = dynamic as (...all: unknown[]) => unknown;
    const act = () => loose(...given); // wrong dynamic
    expect(refusal(act)).toMatchObject({
      code,
      text: expect.stringContaining(text) as unknown,
      location: { line: lineOf(import.meta.url, "wrong dynamic") },
    });
  });
});
