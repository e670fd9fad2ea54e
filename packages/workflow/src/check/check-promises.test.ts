import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { graphOf } from "../compile/graph.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import type { WorkflowEntity } from "../function/workflow-entity.js";
import { approve } from "../gate/gates.js";
import { promiseProblems } from "./check-promises.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output }, ({ xs }) => xs.length);
const bag = task({ name: "bag", inputs: { m: t.map(t.int()) }, output }, () => 1);
const quiet = task({ name: "quiet" }, () => {});

/** A promise that belongs to another body. */
const stranger = (): ReturnType<typeof inc> => {
  let kept: unknown;
  graphOf(workflow({ name: "other", inputs }, ({ x }) => void (kept = inc({ x }))));
  return kept as ReturnType<typeof inc>;
};

/** Node, message and line of each problem. */
function found(wf: WorkflowEntity): unknown[] {
  return promiseProblems(graphOf(wf)).map(({ code, nodeId, message, location }) => {
    expect(code).toBe("PROMISE_OUT_OF_PLACE");
    return [nodeId, message, location?.line];
  });
}

const line = (marker: string): number => lineOf(import.meta.url, marker);
const OTHER = "uses inc(...), which belongs to the body of other, not to that of wf.";

describe("promiseProblems", () => {
  it("finds nothing where all promises are of the body", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      const first = inc({ x });
      bag({ m: { a: first, b: 1 } }, { after: [first] });
      return sum({ xs: [first, x] });
    });
    expect(found(wf)).toEqual([]);
  });

  it.each<[string, (promise: ReturnType<typeof inc>) => unknown, string]>([
    ["an input", (promise) => inc({ x: promise }), `inc.x ${OTHER}`],
    ["an element of a list", (promise) => sum({ xs: [1, promise] }), `sum.xs ${OTHER}`],
    ["an entry of a map", (promise) => bag({ m: { a: 1, b: promise } }), `bag.m ${OTHER}`],
    ["an approval", (promise) => approve(promise, "ok"), `approve("ok") ${OTHER}`],
  ])("finds strangers in %s", (_, call, message) => {
    const promise = stranger();
    const wf = workflow({ name: "wf" }, () => void call(promise));
    expect(found(wf)).toEqual([["n0", message, expect.any(Number)]]);
  });

  it("finds strangers that a call comes after", () => {
    const promise = stranger();
    const wf = workflow({ name: "wf" }, () => {
      quiet();
      quiet({}, { after: [promise] }); // after
    });
    const message =
      "The call of quiet uses the result of inc, which belongs to the body of other, not to that of wf.";
    expect(found(wf)).toEqual([["n1", message, line("after")]]);
  });

  it("finds strangers that a conditional asks, and in its arms", () => {
    const promise = stranger();
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => inc({ x }))
        .elseIf(promise.gt(1), () => inc({ x: promise })) // asked
        .fail("no");
    });
    expect(found(wf)).toEqual([
      ["n0", `Conditional c ${OTHER}`, line("asked")],
      ["n0-n1", `inc.x ${OTHER}`, line("asked")],
    ]);
  });

  it("finds strangers among the outputs", () => {
    const promise = stranger();
    const bare = workflow({ name: "wf", output }, () => (quiet(), promise));
    expect(found(bare)).toEqual([[undefined, `The output of wf ${OTHER}`, expect.any(Number)]]);
    const named = workflow(
      { name: "wf", outputs: { a: output, b: output } },
      () => ({ a: quiet() && 1, b: promise }) as never,
    );
    expect(found(named)).toEqual([[undefined, `wf.b ${OTHER}`, expect.any(Number)]]);
  });

  it("says so of what an arm did not give out", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      let inside: unknown;
      conditional("c")
        .if(x.gt(1), () => (inside = inc({ x })) as never)
        .fail("no");
      inc({ x: inside as never }); // escaped
    });
    expect(found(wf)).toEqual([
      [
        "n1",
        "inc.x uses inc(...), which is known only inside wf.c.if, an arm of a conditional.",
        line("escaped"),
      ],
    ]);
  });
});
