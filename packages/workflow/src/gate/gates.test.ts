import { type CallOptions, t, task } from "@flytekit-ts/core";
import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { serialize } from "../serialize/serialize.js";
import { approve, sleep, waitForInput } from "./gates.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "m.inc", inputs, output }, ({ x }) => x + 1);
const quiet = task({ name: "m.quiet", inputs }, () => {});
const point = t.struct("Point", { x: t.int() });
const move = task({ name: "m.move", outputs: { p: point, n: t.int() } }, () => ({ p: { x: 1 }, n: 1 }));

function untyped(value: unknown): never {
  return value as never;
}

/** The nodes that a body makes. */
function nodesOf(body: (x: ReturnType<typeof inc>) => void): readonly idl.Node[] {
  return compile(workflow({ name: "m.wf", inputs }, ({ x }) => body(x))).template.nodes;
}

describe("sleep", () => {
  it("is a node that waits, and what it comes after and before is ordered", () => {
    const [, nap, last] = nodesOf((x) => {
      const first = inc({ x });
      quiet({ x }, { after: [sleep("90 s", { after: [first] })] });
    });
    expect(nap).toEqual({
      id: "n1",
      metadata: expect.objectContaining({
        name: "sleep-gate",
        timeout: { seconds: 3600n, nanos: 0 },
      }) as unknown,
      inputs: [],
      upstreamNodeIds: ["n0"],
      outputAliases: [],
      target: {
        $case: "gateNode",
        value: { condition: { $case: "sleep", value: { duration: { seconds: 90n, nanos: 0 } } } },
      },
    });
    expect(last?.upstreamNodeIds).toEqual(["n1"]);
  });

  it("gives nothing that could be a value", () => {
    const act = () => nodesOf(() => quiet({ x: untyped(sleep(1)) }));
    expect(refusal(act)).toMatchObject({ code: "VOID_USED_AS_VALUE", params: { entity: "sleep(1)" } });
  });

  it.each([[undefined], [null], ["soon"], [-1], [NaN], [["1 s"]], [{ seconds: 1 }], [new Date(0)]])(
    "is refused at its line: %o",
    (span) => {
      const act = () =>
        nodesOf(() => {
          sleep(untyped(span)); // span
        });
      expect(refusal(act)).toMatchObject({
        code: "OPTION_INVALID",
        params: { at: "sleep", option: "span" },
        location: { line: lineOf(import.meta.url, "span") },
      });
    },
  );

  it("is refused if it is for a promise, whose value nobody knows yet", () => {
    const act = () => nodesOf((x) => sleep(untyped(x)));
    expect(refusal(act)).toMatchObject({
      code: "OPTION_INVALID",
      text: expect.stringContaining("given a promise") as unknown,
    });
  });
});

describe("waitForInput", () => {
  it("is a node that waits for a value, under the name that was given", () => {
    const [gate, used] = nodesOf(() => {
      inc({ x: waitForInput("how many?", t.int(), { timeout: "2 hours", id: "asked" }) });
    });
    expect(gate).toMatchObject({
      id: "asked",
      metadata: { name: "how many?", timeout: { seconds: 7200n } },
      target: {
        value: {
          condition: {
            $case: "signal",
            value: {
              signalId: "how many?",
              type: { type: { $case: "simple", value: 1 } },
              outputVariableName: "o0",
            },
          },
        },
      },
    });
    expect(used?.inputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "asked", var: "o0" } });
  });

  it("gives a promise of its type, which can be asked", () => {
    const nodes = nodesOf((x) => {
      const go = waitForInput("go", t.boolean());
      conditional("c")
        .if(go, () => quiet({ x }))
        .fail("no");
    });
    expect(nodes.map(({ target }) => target?.$case)).toEqual(["gateNode", "branchNode"]);
    const act = () => nodesOf(() => quiet({ x: untyped(waitForInput("s", t.string())) }));
    expect(refusal(act)).toMatchObject({ code: "BINDING_TYPE_MISMATCH" });
  });

  it.each<[unknown[], string]>([
    [[undefined, t.int()], "OPTION_INVALID"],
    [["", t.int()], "OPTION_INVALID"],
    [[5, t.int()], "OPTION_INVALID"],
    [[null, t.int()], "OPTION_INVALID"],
    [["a"], "TYPE_UNKNOWN"],
    [["a", t.int], "TYPE_UNKNOWN"],
    [["a", "int"], "TYPE_UNKNOWN"],
    [["a", t.int(), { timeout: "soon" }], "OPTION_INVALID"],
    [["a", t.int(), { timeouts: 1 }], "OPTION_UNKNOWN"],
    [["a", t.int(), null], "OPTIONS_NOT_AN_OBJECT"],
    [["a", t.int(), { after: [3] }], "AFTER_NOT_A_RESULT"],
  ])("is refused at its line: %#", (given, code) => {
    const loose = waitForInput as (...all: unknown[]) => unknown;
    const act = () =>
      nodesOf(() => {
        loose(...given); // signal
      });
    expect(refusal(act)).toMatchObject({ code, location: { line: lineOf(import.meta.url, "signal") } });
  });
});

describe("approve", () => {
  it("is a node that passes an output on, under its name and in its type", () => {
    const [, gate, used] = nodesOf(() => {
      const { n } = move();
      inc({ x: approve(n, "is it right", { timeout: "2 hours" }) });
    });
    expect(gate).toMatchObject({
      metadata: { name: "is it right", timeout: { seconds: 7200n } },
      inputs: [{ var: "n", binding: { value: { value: { nodeId: "n0", var: "n" } } } }],
      upstreamNodeIds: ["n0"],
      target: { value: { condition: { $case: "approve", value: { signalId: "is it right" } } } },
    });
    expect(used?.inputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "n1", var: "n" } });
  });

  it("passes on inputs of the workflow, and what other gates give", () => {
    const [first, , second] = nodesOf((x) => {
      approve(x, "a");
      approve(waitForInput("b", t.string()), "c");
    });
    expect(first?.inputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "", var: "x" } });
    expect(second?.inputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "n1", var: "o0" } });
  });

  it("can be in an arm, too", () => {
    const { subWorkflows } = compile(
      workflow({ name: "m.wf", inputs, output }, ({ x }) =>
        conditional("c")
          .if(x.gt(1), () => approve(inc({ x }), "ok"))
          .else(() => inc({ x })),
      ),
    );
    expect(subWorkflows[0]?.template.nodes.map(({ target }) => target?.$case)).toEqual([
      "taskNode",
      "gateNode",
    ]);
  });

  it("keeps parts of what it approved", () => {
    const [, , used] = nodesOf(() => void inc({ x: approve(move().p, "ok").x }));
    expect(used?.inputs[0]?.binding?.value).toMatchObject({
      value: { nodeId: "n1", var: "p", attrPath: [{ value: { value: "x" } }] },
    });
  });

  it.each<[string, () => unknown, string]>([
    ["nothing", () => undefined, "nothing"],
    ["null", () => null, "null"],
    ["a value", () => 3, "the number 3"],
    ["the result of a call without outputs", () => quiet({ x: 1 }), "the result of a call without outputs"],
    ["all outputs of a call", () => move(), "an object of promises (p, n)"],
    ["a list of promises", () => [inc({ x: 1 })], "an array"],
    ["a part of an output", () => move().p.x, "m.move(...).p.x, a part of an output"],
    ["a task", () => inc, "the task m.inc"],
    [
      "an unfinished conditional",
      () => conditional("c").if(inc({ x: 1 }).gt(1), () => inc({ x: 1 })),
      "a conditional without a last arm",
    ],
  ])("does not approve %s", (_, make, given) => {
    const act = () =>
      nodesOf(() => {
        approve(untyped(make()), "ok"); // approval
      });
    expect(refusal(act)).toMatchObject({
      code: "APPROVAL_INVALID",
      params: { gate: "ok", given },
      location: { line: lineOf(import.meta.url, "approval") },
    });
  });

  it.each([[undefined], [""], [5], [null], [{ timeout: 1 }]])("has a name: %o", (name) => {
    const act = () => nodesOf((x) => void approve(x, untyped(name)));
    expect(refusal(act)).toMatchObject({ code: "OPTION_INVALID", params: { at: "approve", option: "name" } });
  });
});

describe("gates that are wrong", () => {
  it("do not hide the faults after them", () => {
    const act = () =>
      nodesOf((x) => {
        const pause = sleep("soon");
        const given = waitForInput("", t.int(), { after: [pause] });
        const approved = approve(given, 3 as never);
        inc({ x: approved, y: x } as never);
      });
    expect(refusal(act)).toMatchObject({
      params: {
        problems: [
          { code: "OPTION_INVALID", message: expect.stringContaining("span") as unknown },
          { code: "OPTION_INVALID", message: expect.stringContaining("waitForInput") as unknown },
          { code: "OPTION_INVALID", message: expect.stringContaining("approve") as unknown },
          { code: "INPUT_UNKNOWN" },
        ],
      },
    });
  });
});

describe("gates", () => {
  it("are made anew by each call, and never registered", () => {
    const wf = workflow({ name: "m.wf", inputs }, ({ x }) => {
      approve(x, "same");
      approve(x, "same");
      sleep(1);
      sleep(1);
    });
    expect(serialize(wf, SETTINGS).map(({ id }) => id.name)).toEqual(["m.wf"]);
  });

  it("may have a time without end", () => {
    const [gate] = nodesOf((x) => void approve(x, "ok", { timeout: 0 }));
    expect(gate?.metadata?.timeout).toBeUndefined();
  });

  it("have no container", () => {
    const options: CallOptions = { image: "i:2" };
    expect(refusal(() => nodesOf((x) => void approve(x, "ok", options)))).toMatchObject({
      code: "OPTION_NEEDS_TASK",
      text: 'The option `image` of the call of approve("ok") is only for calls of tasks, but was given to a call of a gate.',
    });
  });

  it("stand in a body only", () => {
    const outside = [
      () => sleep(1), // outside sleep
      () => waitForInput("a", t.int()), // outside wait
    ];
    for (const [index, marker] of ["outside sleep", "outside wait"].entries()) {
      expect(refusal(() => outside[index]?.())).toMatchObject({
        code: "CALL_OUTSIDE_WORKFLOW",
        params: { kind: "gate" },
        location: { line: lineOf(import.meta.url, marker) },
      });
    }
    let kept: unknown;
    nodesOf((x) => {
      kept = inc({ x });
    });
    expect(refusal(() => approve(untyped(kept), "late"))).toMatchObject({ code: "CALL_OUTSIDE_WORKFLOW" });
  });
});
