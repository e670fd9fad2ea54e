import { describe, expect, it } from "vitest";
import { caught } from "../../test/support/caught.js";
import { toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";
import { resolveType } from "../schemas/resolve-type.js";
import { deckPage } from "./deck-page.js";
import { deckTabs } from "./deck-tabs.js";
import { valuesTab } from "./values-tab.js";

const untyped = (value: unknown): never => value as never;

describe("a deck", () => {
  it("has a tab for each title, in the order of their first parts", () => {
    const parts: unknown[] = [];
    const { deck, tabs } = deckTabs("m.train", (part) => parts.push(part));
    deck.append("<b>1</b>");
    deck.append({ title: "Loss", html: "<i>2</i>" });
    deck.append("3");
    deck.text("a <b>\n", "Loss");
    expect([...tabs]).toEqual([
      ["m.train", "<b>1</b>\n3"],
      ["Loss", '<i>2</i>\n<p style="white-space: pre-wrap">a &lt;b&gt;\n</p>'],
    ]);
    expect(parts[1]).toEqual({ title: "Loss", html: "<i>2</i>" });
  });

  it("has tables of rows, and values of types", () => {
    const { deck, tabs } = deckTabs("t");
    deck.table([{ "<a>": 1, b: "<x>" }, { b: null, c: [2] }, untyped(3)]);
    expect(tabs.get("t")).toContain("<th>&lt;a&gt;</th><th>b</th><th>c</th>");
    expect(tabs.get("t")).toContain("&lt;x&gt;");
    expect(tabs.get("t")).not.toContain("<x>");
    deck.table(
      Array.from({ length: 1002 }, (_, i) => ({ i })),
      "many",
    );
    expect(tabs.get("many")).toMatch(/<p><i>and 2 more rows<\/i><\/p>$/);
    deck.table([], "none");
    deck.value(t.list(t.int()), [1], "value");
    expect(tabs.get("value")).toContain("<code>1</code>");
  });

  it.each<[string, (deck: ReturnType<typeof deckTabs>["deck"]) => unknown]>([
    ["a number", (deck) => deck.append(untyped(3))],
    ["no HTML", (deck) => deck.append(untyped({ title: "a" }))],
    ["an empty title", (deck) => deck.append({ title: " ", html: "" })],
    ["a title that is no text", (deck) => deck.text("a", untyped(3))],
    ["no text", (deck) => deck.text(untyped(undefined))],
    ["no rows", (deck) => deck.table(untyped("rows"))],
  ])("refuses %s", (_, add) => {
    const { deck, tabs } = deckTabs("t");
    expect(caught(() => add(deck))).toMatchObject({ code: "OPTION_INVALID" });
    expect(tabs.size).toBe(0);
  });

  it("becomes a page as the console knows it", () => {
    const page = deckPage(
      new Map([
        ["a <1>", "<b>1</b>"],
        ["b", "2"],
      ]),
    );
    const list = /<ul id="flyte-frame-tabs">(.*)<\/ul>/s.exec(page)?.[1];
    expect(list).toBe(
      '<li onclick="handleLinkClick(this)">a &lt;1&gt;</li><li onclick="handleLinkClick(this)">b</li>',
    );
    expect(page).toContain('<div id="flyte-frame-container"><div><b>1</b></div><div>2</div></div>');
    expect(page).toContain("<title>a &lt;1&gt;</title>");
    expect(deckPage(new Map())).toContain('<ul id="flyte-frame-tabs"></ul>');
  });

  it("shows inputs and outputs, and says why where it cannot", () => {
    const types = new Map([
      ["x", resolveType(t.int(), "x")],
      ["<y>", resolveType(t.string(), "y")],
      ["z", resolveType(t.string(), "z")],
    ]);
    const literals = new Map([
      ["x", toLiteral(t.int(), 1)],
      ["z", toLiteral(t.int(), 2)],
    ]);
    const html = valuesTab(types, literals);
    expect(html).toContain(
      "<tr><th>x</th><td><code>1</code></td></tr><tr><th>&lt;y&gt;</th><td><i>none</i></td></tr>",
    );
    expect(html).toContain("<th>z</th><td><i>not shown: ");
    expect(valuesTab(new Map(), literals)).toBe("<i>none</i>");
  });
});
