import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { graphOf } from "../compile/graph.js";
import { workflow } from "../function/workflow.js";
import type { WorkflowEntity } from "../function/workflow-entity.js";
import { checkGraph } from "./check-graph.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output }, ({ xs }) => xs.length);
const bag = task({ name: "bag", inputs: { m: t.map(t.list(t.int())) }, output }, () => 1);
const touch = task({ name: "touch" }, () => {});
const even = task({ name: "even", inputs, output: t.boolean() }, ({ x }) => x % 2 === 0);

/** Code, node and line of each problem. */
function found(wf: WorkflowEntity): unknown[] {
  return checkGraph(graphOf(wf)).map(({ code, nodeId, location }) => [code, nodeId, location?.line]);
}

function messages(wf: WorkflowEntity): readonly string[] {
  return checkGraph(graphOf(wf)).map(({ message }) => message);
}

function line(marker: string): number {
  return lineOf(import.meta.url, marker);
}

describe("checkGraph", () => {
  it("finds nothing in a workflow that holds together", () => {
    const wf = workflow({ name: "fine", inputs, output }, ({ x }) => inc({ x: inc({ x }) }, { id: "last" }));
    expect(checkGraph(graphOf(wf))).toEqual([]);
  });

  it("reports a body without a call, at the workflow", () => {
    const empty = workflow({ name: "empty", inputs, output }, ({ x }) => x); // empty body
    expect(found(empty)).toEqual([["WORKFLOW_EMPTY", undefined, line("empty body")]]);
  });
});

describe("the ids of nodes", () => {
  it("may not come twice, once they are DNS-safe", () => {
    const wf = workflow({ name: "twice", inputs }, ({ x }) => {
      inc({ x }, { id: "My_Node" });
      inc({ x }, { id: "my-node" }); // same id
      inc({ x }, { id: "MyNode" }); // same id again
    });
    expect(found(wf)).toEqual([
      ["NODE_ID_TWICE", "my-node", line("same id")],
      ["NODE_ID_TWICE", "my-node", line("same id again")],
    ]);
  });

  it("may not be what another node has automatically: told where the id was asked for", () => {
    const wf = workflow({ name: "collides", inputs }, ({ x }) => {
      inc({ x }, { id: "n1" }); // asked first
      inc({ x });
      inc({ x });
      inc({ x }, { id: "N2" }); // asked last
    });
    expect(found(wf)).toEqual([
      ["NODE_ID_TWICE", "n1", line("asked first")],
      ["NODE_ID_TWICE", "n2", line("asked last")],
    ]);
    expect(messages(wf)[0]).toBe("Two nodes of collides have the id n1.");
  });

  it.each(["start-node", "end-node", "efn", "fn0", "Start-Node"])("may not be %s", (id) => {
    const wf = workflow({ name: "reserved", inputs }, ({ x }) => {
      inc({ x }, { id }); // reserved id
    });
    expect(found(wf)).toEqual([["NODE_ID_INVALID", id.toLowerCase(), line("reserved id")]]);
  });

  it.each(["___", "日本", "-"])("may not be empty when they are DNS-safe, as %s is", (id) => {
    const wf = workflow({ name: "nothing", inputs }, ({ x }) => {
      inc({ x }, { id }); // nothing left
    });
    expect(found(wf)).toEqual([["NODE_ID_INVALID", "", line("nothing left")]]);
    expect(messages(wf)).toEqual([
      `The node of inc cannot have the id ${JSON.stringify(id)}: nothing of it is left of which Flyte could make an id.`,
    ]);
  });

  it("may be those that a neighbour workflow has", () => {
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }, { id: "a" }));
    const outer = workflow({ name: "outer", inputs, output }, ({ x }) => inner({ x }, { id: "a" }));
    expect([...found(inner), ...found(outer)]).toEqual([]);
  });
});

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

  it("is found in outputs, told at the workflow", () => {
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
});

describe("a condition that no conditional takes", () => {
  it("is reported where it was made", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      inc({ x });
      x.gt(1); // lonely condition
    });
    expect(found(wf)).toEqual([["CONDITION_UNUSED", undefined, line("lonely condition")]]);
  });

  it("is what `if`, `!` and `?:` leave behind", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      if (x.gt(1)) inc({ x }); // in an if
      const flag = even({ x });
      const not = !flag.isTrue(); // behind a not
      return x.lt(1) ? inc({ x: not ? 1 : 2 }) : x; // before a question mark
    });
    expect(found(wf)).toEqual([
      ["CONDITION_UNUSED", undefined, line("in an if")],
      ["CONDITION_UNUSED", undefined, line("behind a not")],
      ["CONDITION_UNUSED", undefined, line("before a question mark")],
    ]);
  });

  it("is on each side of `&&` and `||` that JavaScript looked at", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      inc({ x });
      const both =
        x.gt(1) && // left of and
        x.lt(9); // right of and
      const either = both || x.eq(5); // never made
      return void either;
    });
    expect(found(wf)).toEqual([
      ["CONDITION_UNUSED", undefined, line("left of and")],
      ["CONDITION_UNUSED", undefined, line("right of and")],
    ]);
  });

  it("is reported once where `and` and `or` joined several", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      inc({ x });
      x.gt(1).and(x.lt(9), x.ne(5)).or(x.eq(0)); // joined
    });
    expect(found(wf)).toEqual([["CONDITION_UNUSED", undefined, line("joined")]]);
  });
});

describe("a cache override", () => {
  it("is a warning: the cluster does not read it", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      inc({ x }, { cache: { version: "2" } }); // other version
      inc({ x }, { cache: false }); // no cache
    });
    expect(checkGraph(graphOf(wf))).toMatchObject([
      {
        code: "CACHE_OVERRIDE_IGNORED",
        severity: "warning",
        nodeId: "n0",
        location: { line: line("other version") },
      },
      {
        code: "CACHE_OVERRIDE_IGNORED",
        severity: "warning",
        nodeId: "n1",
        location: { line: line("no cache") },
      },
    ]);
  });
});
