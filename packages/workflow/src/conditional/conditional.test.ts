import { type CallOptions, t, task } from "@flytekit-ts/core";
import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";
import type { Conditional } from "./arms.js";
import { conditional } from "./conditional.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "m.inc", inputs, output }, ({ x }) => x + 1);
const add = task({ name: "m.add", inputs: { a: t.int(), b: t.int() }, output }, ({ a, b }) => a + b);
const half = task({ name: "m.half", inputs, output: t.float() }, ({ x }) => x / 2);
const split = task({ name: "m.split", inputs, outputs: { q: t.int(), r: t.int() } }, ({ x }) => ({
  q: x,
  r: x,
}));
const even = task({ name: "m.even", inputs, output: t.boolean() }, ({ x }) => x % 2 === 0);
const quiet = task({ name: "m.quiet", inputs }, () => {});
const person = t.struct("Person", { age: t.int() });
const born = task({ name: "m.born", output: person }, () => ({ age: 1 }));

function line(marker: string): number {
  return lineOf(import.meta.url, marker);
}

function branchOf(node: idl.Node | undefined): idl.IfElseBlock {
  const block = node?.target?.$case === "branchNode" ? node.target.value.ifElse : undefined;
  if (block === undefined) throw new Error("not a branch");
  return block;
}

/** Ids of the arms' nodes, the else arm last. */
function armIds(block: idl.IfElseBlock): (string | undefined)[] {
  const arms = [block.case, ...block.other].map((arm) => arm?.thenNode?.id);
  return block.default?.$case === "elseNode" ? [...arms, block.default.value.id] : arms;
}

/** What a node is for: the name of its task or workflow, or its kind. */
function targetName(node: idl.Node | undefined): string | undefined {
  const target = node?.target;
  const isReference = target?.$case === "taskNode" || target?.$case === "workflowNode";
  return isReference ? target.value.reference?.value.name : target?.$case;
}

describe("a conditional", () => {
  it("is one node, whose arms count from n0 over all arms", () => {
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) => {
      const first = inc({ x });
      return conditional("size")
        .if(first.gt(1), () => inc({ x: first }))
        .elseIf(x.lt(3), () => inc({ x }))
        .elseIf(x.eq(7), () => inc({ x: 7 }))
        .else(() => inc({ x: 0 }));
    });
    const { nodes, outputs } = compile(wf).template;
    expect(nodes.map(({ id }) => id)).toEqual(["n0", "n1"]);
    expect(nodes[1]?.metadata?.name).toBe("size");
    expect(nodes[1]?.inputs.map((input) => input.var)).toEqual([".x", "n0.o0"]);
    expect(nodes[1]?.upstreamNodeIds).toEqual(["n0"]);
    expect(armIds(branchOf(nodes[1]))).toEqual(["n0", "n1", "n2", "n3"]);
    expect(outputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "n1", var: "o0" } });
  });

  it("is not upstream of what only its arms use", () => {
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) => {
      const used = inc({ x });
      return conditional("c")
        .if(x.gt(1), () => inc({ x: used }))
        .else(() => inc({ x }));
    });
    const [, branch] = compile(wf).template.nodes;
    expect(branch?.upstreamNodeIds).toEqual([]);
    expect(branchOf(branch).case?.thenNode?.upstreamNodeIds).toEqual(["n0"]);
  });

  it("takes a boolean for a question, and conditions that were made before it", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      const big = x.gt(3);
      const isEven = even({ x });
      conditional("a")
        .if(isEven, () => quiet({ x }))
        .elseIf(big.and(x.lt(9)), () => quiet({ x }))
        .else(() => quiet({ x }));
      conditional("b")
        .if(big, () => quiet({ x }))
        .fail("small");
    });
    const [, first, second] = compile(wf).template.nodes;
    expect(branchOf(first).case?.condition?.expr).toMatchObject({
      $case: "comparison",
      value: {
        operator: 0,
        leftValue: { val: { $case: "var", value: "n0.o0" } },
        rightValue: { val: { $case: "primitive", value: { value: { $case: "boolean", value: true } } } },
      },
    });
    expect(branchOf(second).default).toEqual({
      $case: "error",
      value: { failedNodeId: "b", message: "small" },
    });
  });

  it("has a message where its author gave an empty one", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => quiet({ x }))
        .fail("");
    });
    const [node] = compile(wf).template.nodes;
    expect(branchOf(node).default?.value).toEqual({ failedNodeId: "c", message: "Condition failed" });
  });

  it("takes options for its node", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      const before = quiet({ x });
      conditional("c", { id: "Choice", displayName: "choose", after: [before] })
        .if(x.gt(1), () => quiet({ x }, { id: "Big_One" }))
        .else(() => quiet({ x }));
    });
    const [, node] = compile(wf).template.nodes;
    expect(node).toMatchObject({ id: "choice", metadata: { name: "choose" }, upstreamNodeIds: ["n0"] });
    expect(armIds(branchOf(node))).toEqual(["big-one", "n1"]);
  });

  it("may be the arm of another, and then counts anew", () => {
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) =>
      conditional("outer")
        .if(x.gt(1), () =>
          conditional("inner")
            .if(x.lt(3), () => inc({ x }))
            .fail("no"),
        )
        .else(() => inc({ x })),
    );
    const outer = branchOf(compile(wf).template.nodes[0]);
    expect(armIds(outer)).toEqual(["n0", "n1"]);
    expect(armIds(branchOf(outer.case?.thenNode))).toEqual(["n0"]);
    expect(outer.case?.thenNode?.inputs.map((input) => input.var)).toEqual([".x"]);
  });
});

describe("what the arms have in common", () => {
  it("is nothing where one gives nothing", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      const nothing = conditional("c")
        .if(x.gt(1), () => quiet({ x }))
        .else(() => inc({ x }));
      quiet({ x }, { after: [nothing] });
    });
    expect(compile(wf).template.nodes[1]?.upstreamNodeIds).toEqual(["n0"]);
  });

  it("is the outputs of the same names", () => {
    const more = workflow({ name: "m.more", inputs, outputs: { r: t.int(), s: t.int() } }, ({ x }) => {
      return { r: inc({ x }), s: x };
    });
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) => {
      const both = conditional("c")
        .if(x.gt(1), () => split({ x }))
        .else(() => more({ x }));
      expect(Object.keys(both)).toEqual(["r"]);
      return both.r;
    });
    expect(compile(wf).template.outputs[0]?.binding?.value).toMatchObject({ value: { var: "r" } });
  });

  it("keeps the name that all bare results share, and is o0 where they differ", () => {
    const named = (last: "q" | "o0") =>
      workflow({ name: "m.wf", inputs, output }, ({ x }) =>
        conditional("c")
          .if(x.gt(1), () => split({ x }).q)
          .else(() => (last === "q" ? split({ x }).q : inc({ x }))),
      );
    const [same, other] = [compile(named("q")), compile(named("o0"))];
    expect(same.template.outputs[0]?.binding?.value).toMatchObject({ value: { var: "q" } });
    expect(same.subWorkflows).toEqual([]);
    expect(other.template.outputs[0]?.binding?.value).toMatchObject({ value: { var: "o0" } });
    // The arm whose output has another name is wrapped to rename it.
    expect(other.subWorkflows.map(({ workflow: { name } }) => name)).toEqual(["m.wf.c.if"]);
    expect(other.subWorkflows[0]?.template.outputs).toMatchObject([
      { var: "o0", binding: { value: { value: { nodeId: "n0", var: "q" } } } },
    ]);
  });

  it("is o0 of a bare result and of named ones that have it", () => {
    const withO0 = workflow({ name: "m.o", inputs, outputs: { o0: t.int(), p: t.int() } }, ({ x }) => {
      return { o0: inc({ x }), p: x };
    });
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) =>
      conditional("c")
        .if(x.gt(1), () => inc({ x }))
        .else(() => withO0({ x })),
    );
    expect(compile(wf).template.outputs[0]?.binding?.value).toMatchObject({ value: { var: "o0" } });
  });

  it("may not have one name for two types", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      conditional("c") // differ
        .if(x.gt(1), () => inc({ x }))
        .else(() => half({ x }));
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "CONDITIONAL_ARMS_DIFFER",
      params: { conditional: "c", output: "o0", types: ["integer", "float"] },
      location: { line: line("differ") },
    });
  });
});

describe("an arm of several calls", () => {
  const nested = workflow(
    { name: "m.wf", inputs: { x: t.int(), y: t.int() }, output, interruptible: true },
    ({ x, y }) => {
      const first = inc({ x });
      const after = quiet({ x });
      return conditional("c")
        .if(x.gt(1), () => add({ a: inc({ x: first }, { after: [after] }), b: add({ a: first, b: y }) }))
        .else(() => inc({ x }));
    },
  );

  it("becomes a sub-workflow with the promises around it as its inputs", () => {
    const { template, subWorkflows } = compile(nested);
    const call = branchOf(template.nodes[2]).case?.thenNode;
    expect(targetName(call)).toBe("m.wf.c.if");
    expect(call?.inputs.map((input) => [input.var, input.binding?.value?.value])).toMatchObject([
      ["n0_o0", { nodeId: "n0", var: "o0" }],
      ["y", { nodeId: "", var: "y" }],
    ]);
    // Order without data is kept on the call.
    expect(call?.upstreamNodeIds).toEqual(["n0", "n1"]);
    const [arm] = subWorkflows;
    expect(arm?.template.nodes.map(({ id }) => id)).toEqual(["n0", "n1", "n2"]);
    expect(arm?.template.nodes[0]?.upstreamNodeIds).toEqual([]);
    expect([...(arm?.template.interface?.inputs?.variables.keys() ?? [])]).toEqual(["n0_o0", "y"]);
    expect(arm?.template.metadataDefaults).toEqual({ interruptible: true });
    expect(call?.metadata?.interruptibleValue).toEqual({ $case: "interruptible", value: true });
  });

  it("gives names of their own to promises that would share one", () => {
    const wf = workflow({ name: "m.wf", inputs: { n0_o0: t.int() }, output }, ({ n0_o0 }) => {
      const first = inc({ x: n0_o0 });
      return conditional("c")
        .if(first.gt(1), () => add({ a: inc({ x: n0_o0 }), b: first }))
        .else(() => inc({ x: first }));
    });
    const { subWorkflows } = compile(wf);
    expect([...(subWorkflows[0]?.template.interface?.inputs?.variables.keys() ?? [])]).toEqual([
      "n0_o0",
      "n0_o0_2",
    ]);
  });

  it("names a promise of a node whose id begins with a digit as a variable may be named", () => {
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) => {
      const first = inc({ x }, { id: "1st-step" });
      return conditional("c")
        .if(first.gt(1), () => inc({ x: inc({ x: first }) }))
        .fail("no");
    });
    const { subWorkflows } = compile(wf);
    expect([...(subWorkflows[0]?.template.interface?.inputs?.variables.keys() ?? [])]).toEqual([
      "n1st_step_o0",
    ]);
  });

  it("takes parts of outputs as inputs, and gives parts as its output", () => {
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) => {
      const someone = born();
      return conditional("c")
        .if(x.gt(1), () => add({ a: inc({ x: someone.age }), b: 1 }))
        .else(() => born().age);
    });
    const { template, subWorkflows } = compile(wf);
    expect(subWorkflows.map(({ workflow: { name } }) => name)).toEqual(["m.wf.c.else", "m.wf.c.if"]);
    const call = branchOf(template.nodes[1]).case?.thenNode;
    expect(call?.inputs).toMatchObject([
      { var: "n0_o0_age", binding: { value: { value: { attrPath: [{ value: { value: "age" } }] } } } },
    ]);
    expect(subWorkflows[0]?.template.outputs).toMatchObject([
      { var: "o0", binding: { value: { value: { nodeId: "n0", attrPath: [{}] } } } },
    ]);
  });

  it("may hold conditionals, which capture through it", () => {
    const wf = workflow({ name: "m.wf", inputs, output }, ({ x }) => {
      const first = inc({ x });
      return conditional("outer")
        .if(x.gt(1), () => {
          const second = inc({ x });
          return conditional("inner")
            .if(first.gt(second), () => inc({ x: first }))
            .else(() => add({ a: inc({ x: first }), b: second }));
        })
        .else(() => inc({ x }));
    });
    const { template, subWorkflows } = compile(wf);
    expect(subWorkflows.map((each) => each.workflow.name)).toEqual([
      "m.wf.outer.if",
      "m.wf.outer.if.inner.else",
    ]);
    const [outerIf, innerElse] = subWorkflows;
    const inputsOf = (of: typeof outerIf) => [...(of?.template.interface?.inputs?.variables.keys() ?? [])];
    expect(inputsOf(outerIf).toSorted()).toEqual(["n0_o0", "x"]);
    // n0 of the workflow and n0 of the arm are two nodes.
    expect(inputsOf(innerElse)).toEqual(["n0_o0", "n0_o0_2"]);
    const inner = branchOf(outerIf?.template.nodes[1]);
    expect(outerIf?.template.nodes[1]?.inputs).toMatchObject([
      { var: ".n0_o0", binding: { value: { value: { nodeId: "", var: "n0_o0" } } } },
      { var: "n0.o0", binding: { value: { value: { nodeId: "n0", var: "o0" } } } },
    ]);
    expect(inner.case?.thenNode?.inputs[0]?.binding?.value).toMatchObject({
      value: { nodeId: "", var: "n0_o0" },
    });
    expect(template.nodes).toHaveLength(2);
  });

  it("gives what it was given where it returns that beside a result of its own", () => {
    const wf = workflow({ name: "m.wf", inputs, outputs: { a: t.int(), b: t.int() } }, ({ x }) =>
      conditional("c")
        .if(x.gt(1), () => ({ a: inc({ x }), b: x }))
        .else(() => ({ a: inc({ x: 1 }), b: inc({ x: 2 }) })),
    );
    const [last, first] = compile(wf).subWorkflows;
    expect(first?.template.outputs).toMatchObject([
      { var: "a", binding: { value: { value: { nodeId: "n0" } } } },
      { var: "b", binding: { value: { value: { nodeId: "", var: "x" } } } },
    ]);
    expect(last?.template.nodes).toHaveLength(2);
  });

  it("is listed once, also where the workflow is used twice", () => {
    const twice = workflow({ name: "m.twice", inputs, output }, ({ x }) =>
      nested({ x: nested({ x, y: 1 }), y: 2 }),
    );
    expect(compile(twice).subWorkflows.map((each) => each.workflow.name)).toEqual(["m.wf", "m.wf.c.if"]);
  });

  it("has a name that no other conditional of the workflow has", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      const twice = (): Conditional => conditional("c");
      twice()
        .if(x.gt(1), () => add({ a: inc({ x }), b: 1 }))
        .fail("a");
      conditional("c") // second
        .if(x.gt(2), () => add({ a: inc({ x }), b: 2 }))
        .fail("b");
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "WORKFLOW_INVALID",
      params: { problems: [{ code: "CONDITIONAL_NAME_TWICE", location: { line: line("second") } }] },
    });
  });
});

describe("an arm that gives no result of a call", () => {
  const untyped = (value: unknown): never => value as never;
  const arms: readonly (readonly [string, (x: never) => unknown, string])[] = [
    ["a constant", () => 3, "the number 3"],
    ["nothing", () => undefined, "nothing"],
    ["a promise from around", (x) => x, "inputs.x, a promise from outside it"],
    [
      "an unfinished conditional",
      (x) => conditional("i").if(even({ x }), () => inc({ x })),
      "a conditional without a last arm",
    ],
    ["a JavaScript promise", async (x) => inc({ x }), "a JavaScript promise"],
    ["an object of constants", (x) => ({ a: inc({ x }), b: 3 }), "an object"],
  ];

  it.each(arms)("is refused at its line: %s", (_, arm, given) => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => untyped(arm(untyped(x)))) // wrong arm
        .fail("no");
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "CONDITIONAL_ARM_INVALID",
      params: { arm: "The arm `if` of conditional c", given },
      location: { line: line("wrong arm") },
    });
  });

  it("is refused also if it is no closure", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => inc({ x }))
        .else(untyped(inc({ x })));
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "CONDITIONAL_ARM_INVALID",
      params: { arm: "The arm `else` of conditional c", given: "a promise" },
    });
  });

  it("may be an entity that needs no arguments, and is refused if it needs some", () => {
    const made = (arm: () => unknown) =>
      workflow({ name: "m.wf", inputs }, ({ x }) => {
        conditional("c")
          .if(x.gt(1), untyped(arm)) // entity
          .fail("no");
      });
    expect(armIds(branchOf(compile(made(untyped(born))).template.nodes[0]))).toEqual(["n0"]);
    expect(refusal(() => compile(made(untyped(inc))))).toMatchObject({
      code: "CONDITIONAL_ARM_INVALID",
      params: { arm: "The arm `if` of conditional c", given: "the task m.inc" },
      cause: { code: "INPUT_MISSING" },
      location: { line: line("entity") },
    });
  });

  it("is refused also if it gives a call from around", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      const before = quiet({ x });
      conditional("c")
        .if(x.gt(1), () => {
          inc({ x });
          return before;
        })
        .fail("no");
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      params: { given: "the result of a call outside it" },
    });
  });

  it("leaves what a call in it throws as it is", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => inc({ x: untyped("text") })) // call in arm
        .fail("no");
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "BINDING_TYPE_MISMATCH",
      location: { line: line("call in arm") },
    });
  });
});

describe("a chain that is not used rightly", () => {
  function problemsOf(body: (x: never) => void): unknown {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      inc({ x });
      body(x as never);
    });
    return refusal(() => compile(wf));
  }

  it("is reported if it has no last arm, also in an arm", () => {
    const open = (x: never) => {
      conditional("open").if(even({ x }), () => inc({ x })); // left open
    };
    const problems = [{ code: "CONDITIONAL_UNFINISHED", location: { line: line("left open") } }];
    expect(problemsOf(open)).toMatchObject({ params: { problems } });
    const inArm = (x: never) => {
      conditional("c")
        .if(even({ x }), () => {
          open(x);
          return inc({ x });
        })
        .fail("no");
    };
    expect(problemsOf(inArm)).toMatchObject({ params: { problems } });
  });

  it("takes nothing after its last arm", () => {
    const late = (x: never) => {
      const chain = conditional("done").if(even({ x }), () => inc({ x }));
      chain.else(() => inc({ x }));
      chain.elseIf(even({ x }), () => inc({ x })); // too late
    };
    expect(problemsOf(late)).toMatchObject({
      code: "CONDITIONAL_FINISHED",
      params: { conditional: "done" },
      location: { line: line("too late") },
    });
  });

  it("asks conditions only", () => {
    const odd = (x: never) => {
      conditional("c")
        .if(3 as never, () => inc({ x })) // no question
        .fail("no");
    };
    expect(problemsOf(odd)).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
      location: { line: line("no question") },
    });
    const whole = (x: never) => {
      conditional("c")
        .if(x, () => inc({ x })) // an int for a question
        .fail("no");
    };
    expect(problemsOf(whole)).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
      text: "The condition of the arm `if` of conditional c should be a comparison such as `n.gt(3)`, or a promised boolean, but was inputs.x of type integer.",
      location: { line: line("an int for a question") },
    });
    const closure = (x: never) => {
      conditional("c")
        .if((() => inc({ x })) as never, x)
        .fail("no");
    };
    expect(problemsOf(closure)).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
      params: { given: "a function" },
    });
  });

  it.each([
    ["else", (open: any) => open.else(() => inc({ x: 1 })), "comes first"],
    ["elseIf", (open: any, ask: unknown) => open.elseIf(ask, () => inc({ x: 1 })), "comes first"],
    ["fail", (open: any) => open.fail("no"), "comes first"],
    [
      "if",
      (open: any, ask: unknown) => open.if(ask, () => inc({ x: 1 })).if(ask, () => inc({ x: 2 })),
      "comes after another arm",
    ],
  ])("has its arms in order: %s", (arm, act, text) => {
    const body = (x: never) => void act(conditional("c"), even({ x }));
    const said = problemsOf(body);
    expect(said).toMatchObject({ code: "CONDITIONAL_ARM_MISPLACED" });
    expect(String(said)).toContain(`The arm \`${arm}\` of conditional c ${text}`);
  });

  it("says what differs between two records of one name", () => {
    const small = task({ name: "small", output: t.struct("R", { a: t.int() }) }, () => ({ a: 1 }));
    const large = task({ name: "large", output: t.struct("R", { a: t.int(), b: t.int() }) }, () => {
      return { a: 1, b: 2 };
    });
    const body = (x: never) => {
      conditional("c")
        .if(even({ x }), () => small())
        .else(() => large());
    };
    expect(String(problemsOf(body))).toContain(
      "return different types: record R and record R (record R does not fit another record R: field b is missing).",
    );
  });

  it("fails with a text", () => {
    const mute = (x: never) => {
      conditional("c")
        .if(even({ x }), () => inc({ x }))
        .fail(undefined as never);
    };
    expect(problemsOf(mute)).toMatchObject({ code: "OPTION_INVALID", params: { option: "message" } });
  });

  it("has a name, and stands in a body", () => {
    expect(problemsOf(() => void conditional(""))).toMatchObject({ code: "OPTION_INVALID" });
    expect(refusal(() => conditional("c"))).toMatchObject({
      code: "CALL_OUTSIDE_WORKFLOW",
      params: { entity: "c", kind: "branch" },
    });
  });

  it("takes no options of a container", () => {
    const options: CallOptions = { image: "i:1" };
    const wrong = (x: never) => {
      conditional("c", options)
        .if(even({ x }), () => inc({ x }))
        .fail("no");
    };
    expect(problemsOf(wrong)).toMatchObject({ code: "OPTION_NEEDS_TASK" });
  });

  it("lets no promise out of its arms", () => {
    const leak = (x: never) => {
      let inside: unknown;
      conditional("c")
        .if(even({ x }), () => (inside = inc({ x })) as never)
        .else(() => inc({ x }));
      inc({ x: inside as never }); // leaked
    };
    expect(problemsOf(leak)).toMatchObject({
      params: {
        problems: [{ code: "PROMISE_OUT_OF_PLACE", nodeId: "n3", location: { line: line("leaked") } }],
      },
    });
  });

  it("reports a condition of an arm that nothing asks", () => {
    const unused = (x: never) => {
      conditional("c")
        .if(even({ x }), () => {
          inc({ x }).gt(3); // nobody asks
          return inc({ x });
        })
        .fail("no");
    };
    expect(problemsOf(unused)).toMatchObject({
      params: { problems: [{ code: "CONDITION_UNUSED", location: { line: line("nobody asks") } }] },
    });
  });
});
