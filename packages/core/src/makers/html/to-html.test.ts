import { describe, expect, it } from "vitest";

import { caught } from "../../../test/support/caught.js";
import { stringTransformer } from "../../transformers/string.js";
import { createType } from "../create-type.js";
import { deriveType } from "../derive-type.js";
import { t } from "../t.js";
import { toHtml } from "./to-html.js";

const bold = createType<string, "bold">({
  transformer: { ...stringTransformer, toHtml: (value) => `<b>${value}</b>` },
});

describe("toHtml", () => {
  it("shows values of every kind", () => {
    expect(toHtml(t.string(), "a\nb")).toBe('<span style="white-space: pre-wrap">a\nb</span>');
    expect(toHtml(t.int(), 3)).toBe("<code>3</code>");
    expect(toHtml(t.int({ bigint: true }), 3n)).toBe("<code>3</code>");
    expect(toHtml(t.boolean(), true)).toBe("<code>true</code>");
    expect(toHtml(t.optional(t.int()), undefined)).toBe("<i>none</i>");
    expect(toHtml(t.datetime(), new Date(0))).toBe("<code>1970-01-01T00:00:00.000Z</code>");
    expect(toHtml(t.binary(), new Uint8Array(3))).toBe("<i>3 bytes</i>");
    expect(toHtml(t.list(t.int()), [])).toBe("<i>empty</i>");
    expect(toHtml(t.list(t.int()), [1])).toBe(
      "<table><tr><th><code>0</code></th><td><code>1</code></td></tr></table>",
    );
    const cell = '<th><span style="white-space: pre-wrap">a</span></th>';
    expect(toHtml(t.struct("R", { a: t.int() }), { a: 1 })).toBe(
      `<table><tr>${cell}<td><code>1</code></td></tr></table>`,
    );
    expect(toHtml(t.map(t.int(), { keys: t.int() }), new Map([[1, 2]]))).toContain("<th><code>1</code></th>");
  });

  it("lets no text out of its place", () => {
    const text = `</td><script>alert("1")</script>&'`;
    const json = t.json();
    for (const html of [
      toHtml(t.string(), text),
      toHtml(json, { [text]: text }),
      toHtml(t.list(t.string()), [text]),
    ]) {
      expect(html).not.toMatch(/<script|<\/td><s|"1"/);
      expect(html).toContain("&lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
    }
    expect(toHtml(t.json(), { uri: 'javascript:"<x>' })).toBe("<code>javascript:&quot;&lt;x&gt;</code>");
  });

  it("cuts what is large", () => {
    expect(toHtml(t.string(), "x".repeat(5000))).toMatch(/x<i>\.\.\. \(5000 characters\)<\/i><\/span>$/);
    expect(toHtml(t.string(), `${"x".repeat(999)}😀`)).not.toMatch(/[\ud800-\udfff]/);
    const long = toHtml(
      t.list(t.int()),
      Array.from({ length: 100_000 }, (_, i) => i),
    );
    expect(long).toMatch(/<i>and 99900 more<\/i><\/td><\/tr><\/table>$/);
    expect(long.length).toBeLessThan(10_000);
    const wide = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`k${i}`, Array.from({ length: 100 }, () => 1)]),
    );
    expect(toHtml(t.json(), wide).length).toBeLessThan(200_000);
    let deep: Record<string, unknown> = {};
    for (let i = 0; i < 10_000; i += 1) deep = { deep };
    expect(toHtml(t.json(), deep as never)).toContain("<i>...</i>");
  });

  it("uses a type's own rendering, at any depth", () => {
    expect(toHtml(bold, "x")).toBe("<b>x</b>");
    expect(toHtml(t.list(bold), ["x"])).toContain("<td><b>x</b></td>");
    expect(toHtml(t.map(bold), { a: "x" })).toContain("<td><b>x</b></td>");
    expect(toHtml(t.optional(t.struct("R", { a: bold })), { a: "x" })).toContain("<td><b>x</b></td>");
    expect(toHtml(t.optional(bold), undefined)).toBe("<i>none</i>");
  });

  it("uses the rendering of a derived type, or of its base", () => {
    const functions = { encode: ({ of }: { of: string }) => of, decode: (of: string) => ({ of }) };
    expect(toHtml(deriveType("D", bold, functions), { of: "x" })).toBe("<b>x</b>");
    const own = { ...functions, toHtml: () => "<hr>" };
    expect(toHtml(deriveType("D", bold, own), { of: "x" })).toBe("<hr>");
    expect(toHtml(deriveType("D", t.string(), functions), { of: "x" })).toContain("<table>");
    expect(caught(() => deriveType("D", t.string(), { ...functions, toHtml: "x" } as never)).text).toMatch(
      /`toHtml`/,
    );
  });

  it("refuses a rendering that is no text", () => {
    const wrong = createType<string, "wrong">({
      transformer: { ...stringTransformer, toHtml: () => 3 as never },
    });
    expect(caught(() => toHtml(t.list(wrong), ["x"])).text).toMatch(
      /from the `toHtml` of string\), but was the number 3/,
    );
  });
});
