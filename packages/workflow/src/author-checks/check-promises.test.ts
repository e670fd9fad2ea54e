import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { approve } from "../gate/gates.js";
import { graphOf } from "../graph/graph.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { promiseProblems } from "./check-promises.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output }, ({ xs }) => xs.length);
const bag = task({ name: "bag", inputs: { m: t.map(t.list(t.int())) }, output }, () => 1);
const touch = task({ name: "touch" }, () => {});

/** Code, node and line of each problem. */
function found(wf: AuthoredWorkflow): unknown[] {
  return promiseProblems(graphOf(wf)).map(({ code, nodeId, location }) => [code, nodeId, location?.line]);
}

function messages(wf: AuthoredWorkflow): readonly string[] {
  return promiseProblems(graphOf(wf)).map(({ message }) => message);
}

function line(marker: string): number {
  return lineOf(import.meta.url, marker);
}

describe("a promise of another body", () => {
  /** What the body of another workflow had in its hands. */
  function leak() {
    const held: {
      input?: ReturnType<typeof inc>;
      result?: ReturnType<typeof inc>;
      done?: ReturnType<typeof touch>;
    } = {};
    const other = workflow({ name: "other", inputs }, ({ x }) => {
      held.input = x;
      held.result = inc({ x });
      held.done = touch();
    });
    graphOf(other);
    const { input, result, done } = held;
    if (input === undefined || result === undefined || done === undefined) throw new Error("nothing leaked");
    return { input, result, done };
  }
  const { input, result, done } = leak();
  const PLACE = "PROMISE_OUT_OF_PLACE";

  it("is reported where it is given to a call: an input of the other workflow", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      inc({ x });
      return inc({ x: input }); // foreign input
    });
    expect(found(wf)).toEqual([[PLACE, "n1", line("foreign input")]]);
    expect(messages(wf)).toEqual([
      "inc.x uses inputs.x, which belongs to the body of other, not to that of wf.",
    ]);
  });

  it("is reported where it is given to a call: the result of a node", () => {
    const wf = workflow({ name: "wf", output }, () => inc({ x: result })); // foreign result
    expect(found(wf)).toEqual([[PLACE, "n0", line("foreign result")]]);
    expect(messages(wf)).toEqual([
      "inc.x uses inc(...), which belongs to the body of other, not to that of wf.",
    ]);
  });

  it("is found inside lists and maps, each time", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      sum({ xs: [1, x, result, input] }); // in a list
      bag({ m: { a: [x], b: [result] } }); // in a map
    });
    expect(found(wf)).toEqual([
      [PLACE, "n0", line("in a list")],
      [PLACE, "n0", line("in a list")],
      [PLACE, "n1", line("in a map")],
    ]);
  });

  it("is found in `after`, void or not", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      inc({ x }, { after: [result] }); // after a result
      inc({ x }, { after: [done] }); // after a void result
    });
    expect(found(wf)).toEqual([
      [PLACE, "n0", line("after a result")],
      [PLACE, "n1", line("after a void result")],
    ]);
    expect(messages(wf)[1]).toContain("The call of inc uses the result of touch");
  });

  it("is found in outputs, and reported at the workflow", () => {
    const body = () => {
      inc({ x: 1 });
      return { a: result, b: [1, input] };
    };
    const wf = workflow({ name: "wf", outputs: { a: output, b: t.list(output) } }, body); // foreign output
    expect(found(wf)).toEqual([
      [PLACE, undefined, line("foreign output")],
      [PLACE, undefined, line("foreign output")],
    ]);
    expect(messages(wf)[1]).toContain("wf.b uses inputs.x");
  });

  it("is one of an earlier run of the same body too", () => {
    let kept: ReturnType<typeof inc> | undefined;
    let runs = 0;
    const wf = workflow({ name: "again", inputs, output }, ({ x }) => {
      runs += 1;
      kept ??= inc({ x });
      if (runs === 1) throw new Error("first run");
      return inc({ x: kept }); // of the first run
    });
    expect(() => graphOf(wf)).toThrow("first run");
    expect(found(wf)).toEqual([[PLACE, "n0", line("of the first run")]]);
  });

  it("is no promise of the body itself, wherever that is used", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      const first = inc({ x });
      bag({ m: { a: [first], b: [1] } }, { after: [first] });
      return sum({ xs: [first, x] });
    });
    expect(found(wf)).toEqual([]);
  });

  it("is found where it is approved, asked, or given to a call in an arm", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      approve(result, "ok"); // approved
      conditional("c")
        .if(x.gt(1), () => inc({ x }))
        .elseIf(result.gt(1), () => inc({ x: result })) // asked
        .fail("no");
    });
    expect(found(wf)).toEqual([
      [PLACE, "n0", line("approved")],
      [PLACE, "n1", line("asked")],
      [PLACE, "n1-n1", line("asked")],
    ]);
    const rest = "uses inc(...), which belongs to the body of other, not to that of wf.";
    expect(messages(wf)).toEqual([`approve("ok") ${rest}`, `Conditional c ${rest}`, `inc.x ${rest}`]);
  });

  it("is found in an output without a name, and called that", () => {
    const wf = workflow({ name: "wf", output }, () => (touch(), result));
    expect(messages(wf)).toEqual([
      "The output of wf uses inc(...), which belongs to the body of other, not to that of wf.",
    ]);
  });

  it("is one of an arm too, which did not give it out", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      let inside: unknown;
      conditional("c")
        .if(x.gt(1), () => (inside = inc({ x })) as never)
        .fail("no");
      inc({ x: inside as never }); // escaped
    });
    expect(found(wf)).toEqual([[PLACE, "n1", line("escaped")]]);
    expect(messages(wf)[0]).toContain("which is known only inside wf.c.if, an arm of a conditional.");
  });
});
