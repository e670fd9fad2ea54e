import { type GraphModel, graphOf, toMermaid } from "@flytekit-ts/cli/graph";
import { describe, expect, it } from "vitest";
import { everyKind } from "./support/every-kind.js";
import { isWithout, useBrowser } from "./support/browser.js";
import { drawnByMermaid, loadMermaid } from "./support/parse-mermaid.js";

const model = graphOf(everyKind);

describe.skipIf(isWithout)("mermaid", () => {
  const { open } = useBrowser();
  const draw = async (text: string): Promise<string> => {
    const { page } = await open('<html data-drawn="0" lang="en"><body></body></html>');
    try {
      await loadMermaid(page);
      return await drawnByMermaid(page, text);
    } finally {
      await page.close();
    }
  };

  it("is what mermaid reads, at every depth and in every direction", async () => {
    for (const depth of [0, 1, 9])
      for (const direction of ["down", "right", "up", "left"] as const)
        expect(await draw(toMermaid(model, { depth, direction }))).toContain("at least 90 % must succeed");
  });

  it("is what mermaid reads, whatever names are made of", async () => {
    const odd = [
      '"quoted"',
      "a#b;c",
      "<b>&amp;</b>",
      "`tick`",
      "end",
      "[x](y){z}|",
      String.raw`back\slash`,
      "%% no comment",
      "ünï 数 🐘",
    ];
    const named: GraphModel = {
      ...{ kind: "graph", name: "odd", entity: "workflow", root: "x" },
      graphs: {
        x: {
          name: "x",
          inputs: odd.map((name) => ({ name, type: name })),
          outputs: [],
          nodes: odd.map((name, index) => ({
            ...{ id: `n${index}`, kind: "task" as const, name, entity: name },
            ...{ notes: [name], inputs: [], outputs: [], facts: [] },
          })),
          edges: odd.slice(1).map((name, index) => ({
            from: `n${index}`,
            to: `n${index + 1}`,
            kind: "data" as const,
            values: [{ from: name, to: name, type: name }],
          })),
        },
      },
    };
    const picture = await draw(toMermaid(named));
    for (const words of ["&lt;b&gt;", "a#b;c", "`tick`", "[x](y){z}|", "数 🐘"])
      expect(picture).toContain(words);
  });

  it("is refused by mermaid where it is wrong", async () => {
    await expect(draw('flowchart TB\n  a["x" --> b')).rejects.toThrow();
  });
});
