import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "./graph.js";
import { longestChain } from "./longest-chain.js";

const inputs = { x: t.int() };
const inc = task({ name: "m.inc", inputs, output: t.int() }, ({ x }) => x + 1);
const heavy = task({ name: "m.heavy", inputs, output: t.int() }, ({ x }) => x);
const sum = task({ name: "m.sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) => xs.length);

function namesOf(...[wf]: Parameters<typeof graphOf>): readonly string[] {
  const chain = longestChain(graphOf(wf), ({ entity }) => (entity.name === "m.heavy" ? 5 : 1));
  return chain.map(({ entity }) => entity.name);
}

describe("longestChain", () => {
  it("follows lists, conditions and arms, and prefers what weighs more", () => {
    const wf = workflow({ name: "m.wf", inputs, output: t.int() }, ({ x }) => {
      const long = inc({ x: inc({ x }) });
      const total = sum({ xs: [long, heavy({ x })] });
      return conditional("c")
        .if(x.gt(1), () => inc({ x: total }))
        .else(() => inc({ x }));
    });
    expect(namesOf(wf)).toEqual(["m.heavy", "m.sum", "c"]);
  });

  it("leads to an output, so what no output needs is left out", () => {
    const wf = workflow({ name: "m.aside", inputs, output: t.int() }, ({ x }) => {
      heavy({ x: heavy({ x }) });
      return inc({ x });
    });
    expect(namesOf(wf)).toEqual(["m.inc"]);
    expect(namesOf(workflow({ name: "m.none", inputs }, ({ x }) => void inc({ x })))).toEqual([]);
  });
});
