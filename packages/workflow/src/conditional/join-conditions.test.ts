import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";
import { conditional } from "./conditional.js";
import { and, or } from "./join-conditions.js";

const inputs = { x: t.int(), flag: t.boolean() };
const inc = task({ name: "m.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

describe("and, or", () => {
  it("join conditions from the left", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x, flag }) => {
      conditional("c")
        .if(and(x.gt(1), flag.isTrue(), or(x.lt(9), x.eq(20))), () => inc({ x }))
        .elseIf(or(x.eq(0)), () => inc({ x }))
        .fail("no");
    });
    const [node] = compile(wf).template.nodes;
    const block = node?.target?.$case === "branchNode" ? node.target.value.ifElse : undefined;
    expect(block?.case?.condition?.expr).toMatchObject({
      value: {
        operator: 0,
        leftExpression: {
          expr: { value: { operator: 0, leftExpression: { expr: { $case: "comparison" } } } },
        },
        rightExpression: { expr: { $case: "conjunction", value: { operator: 1 } } },
      },
    });
    expect(block?.other[0]?.condition?.expr?.$case).toBe("comparison");
  });

  it.each<[string, (x: never, flag: never) => unknown[], string]>([
    [
      "nothing",
      () => [],
      "Argument 1 of and(...) should be a condition, such as `a.gt(1)` or `a.isTrue()`, but was nothing.",
    ],
    ["a promise of an int", (x) => [x], "but was a promise."],
    ["true", () => [true], "but was a boolean."],
    ["a list", (x) => [[x]], "but was an array."],
  ])("take nothing else: %s", (_, given, text) => {
    const loose = and as (...all: unknown[]) => unknown;
    const wf = workflow({ name: "m.wf", inputs }, ({ x, flag }) => {
      loose(...given(x as never, flag as never)); // joined
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
      text: expect.stringContaining(text) as unknown,
      location: { line: lineOf(import.meta.url, "joined") },
    });
  });

  const conditionsOf = (body: Parameters<typeof workflow>[1]): unknown => {
    const [node] = compile(workflow({ name: "m.wf", inputs }, body as never)).template.nodes;
    return node?.target?.$case === "branchNode" ? node.target.value.ifElse?.case?.condition : undefined;
  };
  const asked = (question: (x: any, flag: any) => any): unknown =>
    conditionsOf((({ x, flag }: any) => {
      conditional("c")
        .if(question(x, flag), () => inc({ x }))
        .fail("no");
    }) as never);

  it.each<[string, (x: any, flag: any) => any, (x: any, flag: any) => any]>([
    ["or(flag, q)", (x, flag) => or(flag, x.gt(1)), (x, flag) => or(flag.isTrue(), x.gt(1))],
    ["and(q, flag)", (x, flag) => and(x.gt(1), flag), (x, flag) => and(x.gt(1), flag.isTrue())],
    ["q.and(flag)", (x, flag) => x.gt(1).and(flag), (x, flag) => x.gt(1).and(flag.isTrue())],
    [
      "q.or(flag, flag)",
      (x, flag) => x.gt(1).or(flag, flag),
      (x, flag) => x.gt(1).or(flag.isTrue(), flag.isTrue()),
    ],
    ["or(flag)", (_x, flag) => or(flag), (_x, flag) => flag.isTrue()],
    ["and(...all)", (x, flag) => and(...[x.gt(1), flag]), (x, flag) => x.gt(1).and(flag.isTrue())],
  ])("take a promised boolean as `.if` does: %s", (_, given, wanted) => {
    expect(asked(given)).toEqual(asked(wanted));
    expect(asked(given)).toBeDefined();
  });

  it("refuse a part of an output, as `.if` does", () => {
    const pair = task({ name: "m.pair", output: t.struct("P", { on: t.boolean() }) }, () => ({ on: true }));
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      or(x.gt(1), pair().on as never); // part
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "CONDITION_NOT_COMPARABLE",
      location: { line: lineOf(import.meta.url, "part") },
    });
  });

  it("say which of them is none", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      or(x.gt(1), 3 as never); // second
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      text: expect.stringMatching(/^Argument 2 of or\(\.\.\.\)/) as unknown,
      location: { line: lineOf(import.meta.url, "second") },
    });
  });
});
