import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { graphOf } from "../compile/graph.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { conditionalProblems } from "./check-conditionals.js";

const inputs = { x: t.int(), y: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs: { x: t.int() }, output }, ({ x }) => x + 1);
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

  it("finds conditions that nothing asks, as they were written, without what they compare with", () => {
    const unused = (x: Promised, y: Promised) => {
      x.gt(1); // compared
      x.eq(y).or(y.lt(42)); // joined
    };
    expect(found(unused)).toEqual([
      [
        "CONDITION_UNUSED",
        "The condition inc(...).gt(...) in wf is given to no conditional.",
        line("compared"),
      ],
      [
        "CONDITION_UNUSED",
        "The condition inc(...).eq(...).or(...) in wf is given to no conditional.",
        line("joined"),
      ],
    ]);
  });

  it("finds conditionals without a last arm", () => {
    const open = (x: Promised) => conditional("size").if(x.gt(1), () => inc({ x })); // open
    expect(found(open)).toEqual([
      ["CONDITIONAL_UNFINISHED", "Conditional size has no last arm.", line("open")],
    ]);
  });

  it("says nothing of one that was given for a value: that was told of the value", () => {
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
    const text = "Two conditionals of wf with arms of several calls are called c.";
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
