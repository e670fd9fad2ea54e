import { join, relative } from "node:path";
import { type Fences, printedBy, promisedBy, writeFences } from "@flytekit-ts/vitest-preset/fences";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The code in the READMEs is code: every fence compiles as it stands, and runs.
const root = join(import.meta.dirname, "..");
const repository = join(root, "..", "..");
const pages = [
  "README.md",
  ...["core", "workflow", "local-exec"].map((name) => `packages/${name}/README.md`),
];
let written: Fences;

beforeAll(async () => {
  written = await writeFences(
    pages.map((page) => join(repository, page)),
    root,
  );
});

afterAll(() => written.remove());

describe("the code in the READMEs", () => {
  it("is in every page", () => {
    expect([...new Set(written.fences.map(({ page }) => relative(repository, page)))]).toEqual(pages);
  });

  it("compiles", async () => {
    expect(await written.typeCheck()).toEqual([]);
  });

  it("runs, and prints what it says", async () => {
    for (const { file, code } of written.fences) {
      const printed = await printedBy(() => import(/* @vite-ignore */ file));
      expect(printed).toEqual(expect.arrayContaining(promisedBy(code)));
    }
    expect(written.fences.flatMap(({ code }) => promisedBy(code))).toEqual(["[ 8 ]", "3", "3", "0.5"]);
  });
});
