import { describe, expect, it } from "vitest";
import { everyKind } from "../../../test/support/every-kind.js";
import { graphOf } from "../graph-of.js";
import type { GraphModel } from "../model/graph-model.js";
import { toSvg } from "./to-svg.js";

const model = graphOf(everyKind);

describe("toSvg", () => {
  it("has a shape for each node, a frame for what is unfolded, and all words", () => {
    const svg = toSvg(model);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="[\d.]+" height="[\d.]+"/);
    expect(svg.match(/<g class="shape /g)).toHaveLength(27);
    expect(svg.match(/<g class="frame /g)).toHaveLength(4);
    for (const words of ["at most 4 at once", "if inner (n1) &gt; 3 and isUrgent", "too small", "convert"])
      expect(svg).toContain(words);
    expect(toSvg(model, { depth: 0 })).toContain("2 nodes inside");
  });

  it("refers to nothing outside", () => {
    expect(toSvg(model)).not.toMatch(/href|url\((?!#)|@import|<script/);
  });

  it("is XML whatever a workflow is called", () => {
    const odd: GraphModel = {
      kind: "graph",
      name: '<a href="x">&\u0001\uD800',
      entity: "workflow",
      root: "x",
      graphs: {
        x: {
          name: "x",
          inputs: [{ name: "</text><script>", type: "a & b" }],
          outputs: [],
          nodes: [],
          edges: [],
        },
      },
    };
    const svg = toSvg(odd);
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;: a &amp; b");
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0001");
    expect(svg.isWellFormed()).toBe(true);
  });

  it("shows states", () => {
    const svg = toSvg({ ...model, states: { n5: { state: "failed", attempts: 2 } } });
    expect(svg).toContain('class="shape task is-task s-failed"');
    expect(svg).toContain("failed after 2 attempts");
  });
});
