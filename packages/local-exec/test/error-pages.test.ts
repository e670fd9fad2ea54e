import { isFlytekitError } from "@flytekit-ts/workflow";
import type { Problem } from "@flytekit-ts/workflow/checks";
import { workflowErrors } from "@flytekit-ts/workflow/compile";
import { afterAll, describe, expect, it } from "vitest";
import { docsFolder, isRunnableHere, makeExampleFolder } from "./support/example-folder.js";
import { type Page, readPage, readPages } from "./support/pages.js";

const PAGES = docsFolder("errors");
const index = readPage(PAGES, "README");
const pages = readPages(PAGES).filter(isRunnableHere);
const folder = makeExampleFolder([index, ...pages]);
afterAll(() => folder.remove());

/** What the first example of a page leads to: the message, and the codes that it tells. */
async function outcomeOf(
  page: Page,
): Promise<{ readonly message: string; readonly codes: readonly string[] }> {
  const file = folder.fileOf(page, 0);
  const shown = (message: string): string => message.replaceAll(file, "example.ts");
  try {
    const { warnings = [] } = (await import(file)) as { readonly warnings?: readonly Problem[] };
    const lines = warnings.map((warning) => `[${warning.code}] ${warning.message}\n  hint: ${warning.hint}`);
    return { message: shown(lines.join("\n")), codes: warnings.map((warning) => warning.code) };
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    const problems = workflowErrors.WORKFLOW_INVALID.is(error) ? error.params.problems : [];
    return { message: shown(error.message), codes: [error.code, ...problems.map((problem) => problem.code)] };
  }
}

describe("the index of the error pages", () => {
  it("lists each page with its first sentence", () => {
    const rows = [...index.text.matchAll(/^\| \[(\w+)\]\((\w+)\.md\) +\| (.*?) +\|$/gm)];
    const sentences = readPages(PAGES).map(({ name, text }) => [
      name,
      name,
      text.split("\n\n")[1]?.replaceAll("\n", " "),
    ]);
    expect(rows.map(([, ...row]) => row)).toEqual(sentences);
  });

  it("has an example that runs", async () => {
    await expect(import(folder.fileOf(index, 0))).resolves.toBeDefined();
  });
});

// What takes long is the compiler, and loading the packages once more.
describe("the examples of the error pages", () => {
  it("type-check, with their errors marked", async () => {
    expect(await folder.typeCheck()).toEqual([]);
  });

  describe.each(pages)("$name", (page) => {
    it("goes wrong with this code, and with the message that the page shows", async () => {
      const { message, codes } = await outcomeOf(page);
      expect(codes).toContain(page.name);
      const shown = page.text.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${message}\n\`\`\``);
      expect(shown).toContain(message);
      // Rewritten by `vitest run -u` when a message changes.
      await expect(shown).toMatchFileSnapshot(page.file);
    });

    it("is put right by what the page advises", async () => {
      for (const index of page.examples.keys()) {
        if (index > 0) await import(folder.fileOf(page, index));
      }
      expect(page.examples.length).toBeGreaterThan(0);
    });
  });
});
