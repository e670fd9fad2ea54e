import { describe, expect, it } from "vitest";
import { coordinate, h, styleElement } from "./markup.js";

describe("h", () => {
  it("escapes text and attributes, but not markup", () => {
    const inner = h("b", {}, "a < b & 'c'");
    expect(h("p", { title: '"<x>"' }, inner, " > ").html).toBe(
      '<p title="&quot;&lt;x&gt;&quot;"><b>a &lt; b &amp; &#39;c&#39;</b> &gt; </p>',
    );
  });

  it("takes lists of children and rounds coordinates", () => {
    expect(h("g", { x: 1.23456, y: -0.001 }, ["a", ["b"]]).html).toBe('<g x="1.23" y="0">ab</g>');
  });

  it("closes no void element", () => {
    expect(h("meta", { charset: "utf-8" }).html).toBe('<meta charset="utf-8">');
  });
});

describe("styleElement", () => {
  it("leaves a style sheet as it is", () => {
    expect(styleElement("a > b {}").html).toContain("a > b {}");
  });
});

describe("coordinate", () => {
  it("never writes minus zero", () => {
    expect([coordinate(-0), coordinate(-0.004), coordinate(12.345)]).toEqual(["0", "0", "12.35"]);
  });
});
