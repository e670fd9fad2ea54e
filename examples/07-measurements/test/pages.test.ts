import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { type Fences, printedBy, promisedBy, writeFences } from "@flytekit-ts/vitest-preset/fences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The pages whose code needs the package of datasets: every example compiles as it stands, and runs.
const root = join(import.meta.dirname, "..");
const repository = join(root, "..", "..");
const errorPages = readdirSync(join(repository, "docs/errors"))
  .map((name) => join(repository, "docs/errors", name))
  .filter((page) => readFileSync(page, "utf8").includes('from "@flytekit-ts/datasets"'));
const otherPages = ["packages/datasets/README.md", "docs/guide/datasets.md"].map((page) =>
  join(repository, page),
);
let written: Fences;

beforeAll(async () => {
  written = await writeFences([...otherPages, ...errorPages], root);
});
afterAll(() => written.remove());

describe("the pages about datasets", () => {
  it("compile", async () => {
    expect(await written.typeCheck()).toEqual([]);
  });

  it("run, and print what they say", async () => {
    for (const { page, file, code } of written.fences) {
      if (!otherPages.includes(page)) continue;
      const printed = await printedBy(() => import(/* @vite-ignore */ file));
      expect(printed).toEqual(promisedBy(code));
    }
  });

  it.each(errorPages)("%s shows the message of its example", async (page) => {
    const [wrong, ...right] = written.fences.filter((fence) => fence.page === page);
    const thrown: unknown = await import(/* @vite-ignore */ wrong?.file ?? "").catch(
      (error: unknown) => error,
    );
    const message = isFlytekitError(thrown) ? thrown.message : "nothing with a code";
    const line = /\n {2}at .*(?=\n)/;
    const random = /\S*\/flytekit-ts-\w+\/[0-9a-f]{32}/;
    const shown = readFileSync(page, "utf8").replace(
      /^```text\n.*?^```$/ms,
      () => `\`\`\`text\n${message.replace(line, "").replace(random, "/data/people")}\n\`\`\``,
    );
    expect(page.endsWith(`/${isFlytekitError(thrown) ? thrown.code : ""}.md`)).toBe(true);
    // Rewritten by `vitest run -u` when a message changes.
    await expect(shown).toMatchFileSnapshot(page);
    for (const { file } of right) await import(/* @vite-ignore */ file);
  });
});
