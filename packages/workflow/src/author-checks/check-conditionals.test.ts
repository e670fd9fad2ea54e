import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "../graph/graph.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { conditionalProblems } from "./check-conditionals.js";

const inputs = { x: t.int(), y: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs: { x: t.int() }, output }, ({ x }) => x + 1);
const even = task({ name: "even", inputs: { x: t.int() }, output: t.boolean() }, ({ x }) => x % 2 === 0);
type Promised = ReturnType<typeof inc>;

/** Code, message and line of each problem of a body. */
function found(body: (x: Promised, y: Promised) => unknown): unknown[] {
  const wf = workflow({ name: "wf", inputs }, ({ x, y }) => void body(inc({ x }), inc({ x: y })));
  return conditionalProblems(graphOf(wf)).map(({ code, message, location }) => [
    code,
    message,
    location?.line,
  ]);
}

/** Code, node and line of each problem. */
function places(wf: AuthoredWorkflow): unknown[] {
  return conditionalProblems(graphOf(wf)).map(({ code, nodeId, location }) => [code, nodeId, location?.line]);
}

const line = (marker: string): number => lineOf(import.meta.url, marker);
const several = (x: Promised) => inc({ x: inc({ x }) });

describe("conditionalProblems", () => {
  it("finds nothing where each condition is asked, and each conditional has its last arm", () => {
    const sound = (x: Promised, y: Promised) =>
      conditional("c")
        .if(x.gt(1).and(y.lt(2)), () => inc({ x }))
        .else(() => several(y));
    expect(found(sound)).toEqual([]);
    expect(found((x) => x)).toEqual([]);
  });

  it("shows a condition as it was written, without what it compares with", () => {
    const unused = (x: Promised, y: Promised) => {
      x.gt(42);
      x.eq(y).or(y.lt(42));
    };
    const rest = "in wf is not passed to any conditional.";
    expect(found(unused)).toEqual([
      ["CONDITION_UNUSED", `The condition inc(...).gt(...) ${rest}`, expect.any(Number)],
      ["CONDITION_UNUSED", `The condition inc(...).eq(...).or(...) ${rest}`, expect.any(Number)],
    ]);
  });

  it("finds conditionals without a last arm", () => {
    const open = (x: Promised) => conditional("size").if(x.gt(1), () => inc({ x })); // open
    expect(found(open)).toEqual([
      ["CONDITIONAL_UNFINISHED", "Conditional size has no last arm.", line("open")],
    ]);
  });

  it("reports no conditional that was passed as a value: the fault of the value does", () => {
    const given = (x: Promised) => {
      inc({ x: conditional("size").if(x.gt(1), () => inc({ x })) as never });
      x.gt(2); // beside it
    };
    expect(found(given)).toMatchObject([["CONDITION_UNUSED", expect.anything(), line("beside it")]]);
  });

  it("finds a name that two conditionals have whose arms become workflows of that name", () => {
    const twice = (x: Promised) => {
      for (const arm of [several, several]) {
        conditional("c") // named
          .if(x.gt(1), () => arm(x))
          .fail("no");
      }
    };
    const text = "Two conditionals of wf are called c, and both have arms with several calls.";
    expect(found(twice)).toEqual([["CONDITIONAL_NAME_TWICE", text, line("named")]]);
  });

  it("lets conditionals share a name whose arms are single calls, or are others", () => {
    const shared = (x: Promised) => {
      for (const arm of [inc, inc]) {
        conditional("c")
          .if(x.gt(1), () => arm({ x }))
          .fail("no");
      }
      conditional("d")
        .if(x.gt(1), () => several(x))
        .else(() => inc({ x }));
      conditional("d")
        .if(x.gt(1), () => inc({ x }))
        .else(() => several(x));
    };
    expect(found(shared)).toEqual([]);
  });
});

describe("a condition that no conditional takes", () => {
  it("is reported where it was made", () => {
    const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => {
      inc({ x });
      x.gt(1); // lonely condition
    });
    expect(places(wf)).toEqual([["CONDITION_UNUSED", undefined, line("lonely condition")]]);
  });

  it("is what `if`, `!` and `?:` leave behind", () => {
    const wf = workflow({ name: "wf", inputs: { x: t.int() }, output }, ({ x }) => {
      if (x.gt(1)) inc({ x }); // in an if
      const flag = even({ x });
      const not = !flag.isTrue(); // behind a not
      return x.lt(1) ? inc({ x: not ? 1 : 2 }) : x; // before a question mark
    });
    expect(places(wf)).toEqual([
      ["CONDITION_UNUSED", undefined, line("in an if")],
      ["CONDITION_UNUSED", undefined, line("behind a not")],
      ["CONDITION_UNUSED", undefined, line("before a question mark")],
    ]);
  });

  it("is on each side of `&&` and `||` that JavaScript looked at", () => {
    const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => {
      inc({ x });
      const both =
        x.gt(1) && // left of and
        x.lt(9); // right of and
      const either = both || x.eq(5); // never made
      return void either;
    });
    expect(places(wf)).toEqual([
      ["CONDITION_UNUSED", undefined, line("left of and")],
      ["CONDITION_UNUSED", undefined, line("right of and")],
    ]);
  });

  it("is reported once where `and` and `or` joined several", () => {
    const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => {
      inc({ x });
      x.gt(1).and(x.lt(9), x.ne(5)).or(x.eq(0)); // joined
    });
    expect(places(wf)).toEqual([["CONDITION_UNUSED", undefined, line("joined")]]);
  });
});
