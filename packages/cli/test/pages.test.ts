import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { type Fences, printedBy, promisedBy, writeFences } from "@flytekit-ts/vitest-preset/fences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The pages of a folder whose examples need this package: nothing below it can run them. */
function pagesIn(name: string): readonly string[] {
  const folder = join(root, "../../docs", name);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(folder, file))
    .filter((file) => /^```ts\n[^`]*from "@flytekit-ts\/cli/m.test(readFileSync(file, "utf8")));
}

const errorPages = pagesIn("errors").map((file) => [/([A-Z_]+)\.md$/.exec(file)?.[1] ?? file, file] as const);
const guidePages = pagesIn("guide");

let fences: Fences;
beforeAll(async () => {
  fences = await writeFences([...errorPages.map(([, file]) => file), ...guidePages], root);
});
afterAll(() => fences.remove());

describe("the examples of the pages about the command line", () => {
  it("type-check", async () => {
    expect(await fences.typeCheck()).toEqual([]);
  });

  it.each(errorPages)(
    "%s goes wrong as the page shows, and is put right by what it advises",
    async (code, file) => {
      const [first, ...others] = fences.fences.filter(({ page }) => page === file);
      const error: unknown = await import(first?.file ?? "").then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isFlytekitError(error)) throw error ?? new Error(`the example of ${code} does not fail`);
      expect(error.code).toBe(code);
      const text = readFileSync(file, "utf8");
      // Files of an example are where it runs, which is no reader's folder.
      const message = error.message.replaceAll(`${dirname(first?.file ?? "")}/`, "");
      const shown = text.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${message}\n\`\`\``);
      // Rewritten by `vitest run -u` when a message changes.
      await expect(shown).toMatchFileSnapshot(file);
      for (const { file: other } of others) await expect(import(other)).resolves.toBeDefined();
    },
  );

  it.each(guidePages)("%s prints what it says, in at most 150 lines", async (page) => {
    expect(readFileSync(page, "utf8").split("\n").length).toBeLessThanOrEqual(150);
    for (const { code, file } of fences.fences.filter((each) => each.page === page)) {
      expect(await printedBy(() => import(file))).toEqual(promisedBy(code));
    }
  });
});
