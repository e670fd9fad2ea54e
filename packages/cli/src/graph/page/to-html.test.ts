import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { everyKind } from "../../../test/support/every-kind.js";
import { graphOf } from "../graph-of.js";
import type { GraphModel, WorkflowGraph } from "../model/graph-model.js";
import { openAtFirst } from "./open-at-first.js";
import type { PageData } from "./page-data.js";
import { toHtml } from "./to-html.js";

const model = graphOf(everyKind);

function dataOf(html: string): PageData {
  const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1];
  return JSON.parse(json ?? "") as PageData;
}

describe("toHtml", () => {
  const html = toHtml(model);

  it("is one file that may load nothing, and refers to nothing", () => {
    expect(html).toContain("default-src 'none'");
    const apart = html.replaceAll(/<script.*?<\/script>/gs, "").replaceAll(/<style>.*?<\/style>/gs, "");
    expect(apart).not.toMatch(/ src=|<link|href=/);
    expect(/<style>(.*?)<\/style>/s.exec(html)?.[1]).not.toMatch(/@import|url\((?!#)/);
  });

  it("allows its own script and style, and no other", () => {
    for (const [kind, found] of [
      ["script", /<script>(.*?)<\/script>/s.exec(html)?.[1]],
      ["style", /<style>(.*?)<\/style>/s.exec(html)?.[1]],
    ]) {
      const digest = createHash("sha256")
        .update(found ?? "")
        .digest("base64");
      expect(html).toContain(`${kind}-src 'sha256-${digest}'`);
    }
  });

  it("brings the model and the layout of what it shows first", () => {
    const data = dataOf(html);
    expect(data.model).toEqual(JSON.parse(JSON.stringify(model)));
    expect(data.open).toEqual(["n1", "n2", "n4/n4-n1"]);
    expect(data.layouts.length).toBe(5);
    expect(dataOf(toHtml(model, { depth: 0 })).open).toEqual([]);
  });

  it("is safe from what is in names", () => {
    const odd = { ...model, name: "</title></script><script>alert(1)</script><!--" };
    expect(toHtml(odd).match(/<script/g)).toHaveLength(html.match(/<script/g)?.length ?? 0);
    expect(dataOf(toHtml(odd)).model.name).toBe(odd.name);
  });
});

describe("openAtFirst", () => {
  const inner = (nodes: number): WorkflowGraph => ({
    name: "inner",
    inputs: [],
    outputs: [],
    edges: [],
    nodes: Array.from({ length: nodes }, (_, index) => ({
      ...{ id: `n${index}`, kind: "task" as const, name: "t" },
      ...{ notes: [], inputs: [], outputs: [], facts: [] },
    })),
  });
  const [node] = inner(1).nodes;
  const large: GraphModel = {
    ...{ kind: "graph", name: "x", entity: "workflow", root: "x" },
    graphs: {
      big: inner(5000),
      small: inner(5),
      x: {
        ...inner(0),
        nodes: ["big", "small"].flatMap((graph) =>
          node === undefined ? [] : [{ ...node, id: graph, kind: "workflow" as const, graph }],
        ),
      },
    },
  };

  it("folds what is large, unless somebody asks", () => {
    expect(openAtFirst(large, undefined)).toEqual(["small"]);
    expect(openAtFirst(large, 1)).toEqual(["big", "small"]);
  });

  it("unfolds what is around a failed node", () => {
    const run = { id: "r", state: "failed", startedAt: 0, failed: "big/n7" };
    expect(openAtFirst({ ...large, run }, undefined)).toEqual(["big"]);
  });
});
