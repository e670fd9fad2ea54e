import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { everyKind } from "../../../test/support/every-kind.js";
import { graphOf } from "../graph-of.js";
import type { GraphModel } from "../model/graph-model.js";
import { toDot } from "./to-dot.js";

const model = graphOf(everyKind);

function graphviz(): boolean {
  try {
    execFileSync("dot", ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("toDot", () => {
  it("has frames, shapes and lines with words", () => {
    const dot = toDot(model, { depth: 0, direction: "right" });
    expect(dot).toContain("rankdir=LR");
    expect(dot).toContain(String.raw`"n1" [label="inner\nshapes.inner\n2 nodes inside", shape="component"];`);
    expect(dot).toContain('"n0" -> "n6" [label="then", style="dashed"];');
    expect(dot).toContain('"n1" -> "n4/?" [label="n: int", lhead="cluster_1"];');
    expect(toDot(model, { types: false })).not.toContain(`[label="n: int"`);
  });

  it("quotes names of all kinds", () => {
    const odd: GraphModel = {
      kind: "graph",
      name: String.raw`a"b\N`,
      entity: "workflow",
      root: "x",
      graphs: {
        x: {
          name: "x",
          inputs: [{ name: String.raw`"q" \N`, type: "<b>" }],
          outputs: [],
          nodes: [],
          edges: [],
        },
      },
    };
    expect(toDot(odd)).toContain(String.raw`digraph "a\"b\\N" {`);
    expect(toDot(odd)).toContain(String.raw`label="inputs\n\"q\" \\N: <b>"`);
  });

  it.runIf(graphviz())("is what graphviz draws, at every depth", () => {
    for (const depth of [0, 1, 9]) {
      const svg = execFileSync("dot", ["-Tsvg"], { input: toDot(model, { depth }), encoding: "utf8" });
      expect(svg).toContain("at least 90 % must succeed");
    }
  });
});
