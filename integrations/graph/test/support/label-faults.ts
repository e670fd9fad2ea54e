import type { Page } from "playwright-core";

/**
 * What is wrong with the labels that a page shows: texts of nodes and lines that overlap, shapes that overlap, and texts
 * that reach out of their shape or plate, by their boxes as the browser has them.
 */
export async function labelFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    interface Found {
      readonly name: string;
      readonly box: DOMRect;
    }
    const scale = Number(document.querySelector<SVGElement>("#picture")?.dataset["scale"] ?? 1);
    // A hundredth of a pixel in the picture's own size is no overlap, but rounding.
    const slack = 0.01 + 0.05 * scale;
    const faults: string[] = [];
    const overlaps = (all: readonly Found[]): void => {
      const sorted = all.toSorted((a, b) => a.box.left - b.box.left);
      for (const [index, { name, box }] of sorted.entries())
        for (let next = index + 1; next < sorted.length; next += 1) {
          const other = sorted[next];
          if (other === undefined || other.box.left >= box.right - slack) break;
          if (other.box.top < box.bottom - slack && box.top < other.box.bottom - slack)
            faults.push(`${name} overlaps ${other.name}`);
        }
    };
    const boxesOf = (selector: string): Found[] =>
      [...document.querySelectorAll(selector)].map((element) => ({
        name: `${element.parentElement?.dataset["id"] ?? element.closest("[data-line]")?.getAttribute("data-line") ?? ""} ${JSON.stringify(element.textContent)}`,
        box: element.getBoundingClientRect(),
      }));
    overlaps(
      boxesOf(
        "#picture text.title, #picture text.line, #picture text.kind, #picture text.state, #picture text.folded, #picture text.label",
      ),
    );
    overlaps([...boxesOf("#picture .shape > .card"), ...boxesOf("#picture .plate")]);
    for (const element of document.querySelectorAll("#picture text")) {
      const around = element.parentElement?.querySelector(".card, .plate, .body")?.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      if (around === undefined) continue;
      const isInside =
        box.left >= around.left - slack &&
        box.right <= around.right + slack &&
        box.top >= around.top - slack - 2 * scale &&
        box.bottom <= around.bottom + slack + 2 * scale;
      if (!isInside) faults.push(`${JSON.stringify(element.textContent)} is cut off`);
    }
    return faults;
  });
}
