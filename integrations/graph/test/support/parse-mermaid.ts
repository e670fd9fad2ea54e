import { createRequire } from "node:module";
import type { Page } from "playwright-core";

declare const mermaid: {
  parse(text: string): Promise<{ readonly diagramType: string }>;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
};

/** Load mermaid into a page of the browser: it cannot read without one. */
export async function loadMermaid(page: Page): Promise<void> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js") });
}

/** The picture that mermaid makes of a text. Rejects if mermaid cannot read it. */
export async function drawnByMermaid(page: Page, text: string): Promise<string> {
  return await page.evaluate(async (given) => {
    await mermaid.parse(given);
    return (await mermaid.render("picture", given)).svg;
  }, text);
}
