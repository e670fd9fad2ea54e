import { graphOf, toHtml } from "@flytekit-ts/cli/graph";
import { describe, expect, it } from "vitest";
import { everyKind } from "./support/every-kind.js";
import { largeWorkflow } from "./support/large-workflow.js";
import { isWithout, useBrowser } from "./support/browser.js";
import { labelFaults } from "./support/label-faults.js";

/** To draw 500 nodes, in milliseconds: what was asked for. */
const LIMIT = 2000;

describe.skipIf(isWithout)("the page of a workflow of 500 nodes", () => {
  const { open } = useBrowser();
  const html = toHtml(graphOf(largeWorkflow(500)));

  it("is drawn in less than two seconds, overlaps nothing and cuts nothing off, whole and in its own size", async () => {
    let least = Infinity;
    for (let tries = 0; tries < 5 && least > LIMIT; tries += 1) {
      const { page, drawnIn } = await open(html);
      least = Math.min(least, drawnIn);
      await page.close();
    }
    expect(least).toBeLessThan(LIMIT);
    const { page, faults } = await open(html);
    expect(await page.locator("#picture .shape").count()).toBeGreaterThan(500);
    expect(await labelFaults(page)).toEqual([]);
    await page.keyboard.press("1");
    expect(await page.locator("#picture").getAttribute("data-scale")).toBe("1");
    expect(await labelFaults(page)).toEqual([]);
    await page.keyboard.press("e");
    expect(await page.locator("#picture .frame.workflow").count()).toBeGreaterThan(10);
    expect(await labelFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe.skipIf(isWithout)("the page", () => {
  const { open } = useBrowser();
  const html = toHtml(graphOf(everyKind));

  it("overlaps nothing and cuts nothing off, in all directions, with and without types", async () => {
    for (const direction of ["down", "right", "up", "left"] as const)
      for (const types of [true, false]) {
        const { page, faults } = await open(toHtml(graphOf(everyKind), { direction, types }));
        expect(await labelFaults(page)).toEqual([]);
        expect(faults).toEqual([]);
        await page.close();
      }
  });

  it("is told of a planted overlap, and of a text that is cut off", async () => {
    const { page } = await open(html);
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll("#picture .shape");
      second?.setAttribute("transform", first?.getAttribute("transform") ?? "");
    });
    expect(await labelFaults(page)).toContainEqual(expect.stringContaining("overlaps"));
    await page.evaluate(() => {
      const text = document.querySelector("#picture .shape.task .title");
      if (text !== null)
        text.textContent = "a name that is far too long for the place that it has been given";
    });
    expect(await labelFaults(page)).toContainEqual(expect.stringContaining("is cut off"));
  });

  it("folds and unfolds, one and all, and keeps the place", async () => {
    const { page, faults } = await open(html);
    const frames = page.locator("#picture .frame.workflow");
    expect(await frames.count()).toBe(2);
    const before = await page.locator('[data-id="n1"]').boundingBox();
    await page.locator('[data-fold="n1"]').click();
    expect(await frames.count()).toBe(1);
    const after = await page.locator('[data-id="n1"]').boundingBox();
    expect(after?.x).toBeCloseTo(before?.x ?? 0, 0);
    await page.locator('[data-id="n1"]').dblclick();
    expect(await frames.count()).toBe(2);
    await page.getByRole("button", { name: "Fold all workflows (c)" }).click();
    expect(await frames.count()).toBe(0);
    await page.keyboard.press("e");
    expect(await frames.count()).toBe(2);
    expect(faults).toEqual([]);
  });

  it("finds nodes, also in what is folded, and goes to the next", async () => {
    const { page } = await open(toHtml(graphOf(everyKind), { depth: 0 }));
    await page.keyboard.press("/");
    await page.keyboard.type("square");
    const said = page.locator(".search output");
    expect(await said.textContent()).toBe("8 found");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await said.textContent()).toBe("3 of 8");
    expect(
      await page.locator("#picture .frame.workflow, #picture .frame.launch-plan").count(),
    ).toBeGreaterThan(0);
    expect(await page.locator("#picture .selected").count()).toBe(1);
    await page.keyboard.type("zzz");
    expect(await said.textContent()).toBe("none");
    await page.keyboard.press("Escape");
    expect(await page.locator("#picture .match").count()).toBe(0);
  });

  it("shows details, and what comes before and after", async () => {
    const { page } = await open(html);
    await page.locator('[data-id="n5"]').click();
    const panel = page.getByRole("complementary", { name: "Details" });
    const words = (await panel.textContent()) ?? "";
    for (const each of ["sum", "shapes.sum", "list of int", "[size, inner (n2), fan]"])
      expect(words).toContain(each);
    expect(await page.locator('[data-id="n2"].lit').count()).toBe(1);
    expect(await page.locator('[data-id="n10"].lit').count()).toBe(1);
    expect(await page.locator('[data-id="n0"].lit').count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await panel.isVisible()).toBe(false);
  });

  it("is walked with the keyboard along the lines, and shows where it is", async () => {
    const { page } = await open(html);
    await page.locator('[data-id="n9"]').focus();
    await page.keyboard.press("ArrowUp");
    const at = async (): Promise<string | null> =>
      await page.evaluate(() => document.activeElement?.getAttribute("data-id") ?? null);
    expect(["n7", "n8"]).toContain(await at());
    await page.keyboard.press("ArrowDown");
    expect(await at()).toBe("n9");
    const ring = await page.evaluate(
      () => getComputedStyle(document.activeElement?.querySelector(".card") ?? document.body).strokeWidth,
    );
    expect(ring).toBe("3px");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("heading", { name: "report" }).isVisible()).toBe(true);
    await page.locator('[data-id="n1"]').focus();
    expect(await page.locator("#picture [tabindex='0']").count()).toBe(1);
  });

  it("zooms by wheel, keys and buttons", async () => {
    const { page } = await open(html);
    const scale = async (): Promise<number> =>
      Number(await page.locator("#picture").getAttribute("data-scale"));
    const first = await scale();
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, -400);
    await expect.poll(scale).toBeGreaterThan(first);
    await page.keyboard.press("0");
    expect(await scale()).toBeCloseTo(first, 5);
    await page.getByRole("button", { name: "Zoom in (+)" }).click();
    expect(await scale()).toBeGreaterThan(first);
  });

  it("is dark or light as the system is, or as somebody wants it", async () => {
    const { page } = await open(html);
    const ground = async (): Promise<string> =>
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe("rgb(247, 248, 250)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe("rgb(20, 23, 28)");
    await page.keyboard.press("t");
    expect(await ground()).toBe("rgb(247, 248, 250)");
  });

  it("is printed whole, without buttons", async () => {
    const { page } = await open(html);
    await page.keyboard.press("1");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".tools").isVisible()).toBe(false);
    const [last, picture] = [
      await page.locator('[data-id="end-node"]').boundingBox(),
      await page.locator("#picture").boundingBox(),
    ];
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(
      (picture?.y ?? 0) + (picture?.height ?? 0),
    );
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator("#picture").getAttribute("viewBox")).toBeNull();
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  it("lists its nodes for those who hear it, and says what each is", async () => {
    const { page } = await open(html);
    const list = page.getByRole("navigation", { name: "All nodes" });
    expect(await list.getByRole("listitem").count()).toBeGreaterThan(20);
    expect(await page.getByRole("button", { name: "container task convert" }).count()).toBe(1);
  });

  it("shows a lone task, and 5,000 nodes of which it folds the large workflows", async () => {
    const [inner] = Object.values(graphOf(largeWorkflow(60)).graphs);
    if (inner === undefined) throw new Error("There is a graph.");
    const [node] = inner.nodes;
    if (node === undefined) throw new Error("There is a node.");
    const many = Array.from({ length: 80 }, (_, index) => ({
      ...node,
      id: `w${index}`,
      kind: "workflow" as const,
      graph: "inner",
    }));
    const whole = { name: "whole", inputs: [], outputs: [], nodes: many, edges: [] };
    const model = {
      kind: "graph",
      name: "whole",
      entity: "workflow",
      root: "whole",
      graphs: { whole, inner },
    } as const;
    const { page, faults } = await open(toHtml(model));
    const shapes = await page.locator("#picture .shape").count();
    expect(shapes).toBeGreaterThan(79);
    expect(shapes).toBeLessThan(600);
    expect(faults).toEqual([]);
  });
});
