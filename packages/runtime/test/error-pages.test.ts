import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { isFlytekitError } from "@flytekit-ts/core/errors";
import { type Fences, printedBy, promisedBy, writeFences } from "@flytekit-ts/vitest-preset/fences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "../../docs/errors");

// The other pages are tested by local-exec, which has no runtime.
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ code: name.slice(0, -".md".length), file: join(folder, name) }))
  .filter(({ file }) => /from "@flytekit-ts\/runtime/.test(readFileSync(file, "utf8")));

const guide = join(root, "../../docs/guide");
const guidePages = readdirSync(guide)
  .filter((name) => name.endsWith(".md"))
  .map((name) => join(guide, name))
  .filter((file) => /^```ts\n[^`]*from "@flytekit-ts\/runtime/m.test(readFileSync(file, "utf8")));

let fences: Fences;
beforeAll(async () => {
  fences = await writeFences([...pages.map(({ file }) => file), ...guidePages], root);
});
afterAll(() => fences.remove());

describe("the examples of the runtime's error pages", () => {
  it("type-check", async () => {
    expect(await fences.typeCheck()).toEqual([]);
  });

  it.each(pages)("$code shows what is said of it", ({ code, file }) => {
    expect(readFileSync(file, "utf8")).toMatch(new RegExp(`^\`\`\`text\n\\[${code}\\] `, "m"));
  });

  // A bundle is made of a project's files, which an example only names: what is said of them is tested in src/bundle.
  const runnable = pages.filter(
    ({ file }) => !readFileSync(file, "utf8").includes("@flytekit-ts/runtime/bundle"),
  );

  it.each(runnable)(
    "$code goes wrong as the page shows, and is put right by what it advises",
    async ({ code, file }) => {
      const [first, ...others] = fences.fences.filter(({ page }) => page === file);
      const error: unknown = await import(first?.file ?? "").then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isFlytekitError(error)) throw error;
      expect(error.code).toBe(code);
      const text = readFileSync(file, "utf8");
      const shown = text.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${error.message}\n\`\`\``);
      // Rewritten by `vitest run -u` when a message changes.
      await expect(shown).toMatchFileSnapshot(file);
      for (const { file: other } of others) await expect(import(other)).resolves.toBeDefined();
    },
  );
});

describe("the guide's pages about containers", () => {
  it.each(guidePages)("%s prints what it says, in at most 150 lines", async (page) => {
    expect(readFileSync(page, "utf8").split("\n").length).toBeLessThanOrEqual(150);
    const examples = fences.fences.filter((each) => each.page === page);
    expect(examples.length).toBeGreaterThan(0);
    // A bundle is made of a project's files, here too.
    for (const { code, file } of examples.filter(
      (each) => !each.code.includes("@flytekit-ts/runtime/bundle"),
    ))
      expect(await printedBy(() => import(file))).toEqual(promisedBy(code));
  });
});
