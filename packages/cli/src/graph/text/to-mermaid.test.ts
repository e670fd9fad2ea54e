import { describe, expect, it } from "vitest";
import { everyKind } from "../../../test/support/every-kind.js";
import { graphOf } from "../graph-of.js";
import { toMermaid } from "./to-mermaid.js";

const model = graphOf(everyKind);

describe("toMermaid", () => {
  it("has frames, shapes and lines with words", () => {
    const mermaid = toMermaid(model, { depth: 0, direction: "right" });
    expect(mermaid).toMatch(/^flowchart LR\n/);
    expect(mermaid).toContain('[["inner<br/>shapes.inner<br/>2 nodes inside"]]');
    expect(mermaid).toContain('|"if inner (n1) #62; 3 and isUrgent"|');
    expect(mermaid).toContain('-.->|"then"|');
    expect(mermaid).toContain("subgraph");
  });

  it("unfolds as deep as is asked for, and leaves types out", () => {
    expect(toMermaid(model, { depth: 1 })).not.toContain("nodes inside");
    expect(toMermaid(model, { types: false })).not.toContain(': int"|');
    expect(toMermaid(model)).toContain('|"n: int"|');
  });

  it("shows states", () => {
    const states = {
      n5: { state: "failed", attempts: 3 },
      n1: { state: "succeeded", attempts: 1, duration: 1500 },
    } as const;
    const mermaid = toMermaid({ ...model, states });
    expect(mermaid).toContain('failed after 3 attempts"]:::failed');
    expect(mermaid).toContain('["inner (succeeded in 1.5 s)"]');
  });
});
