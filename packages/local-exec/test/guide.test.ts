import { coreErrors } from "@flytekit-ts/core/errors";
import { printedBy, promisedBy } from "@flytekit-ts/vitest-preset/fences";
import { workflowErrors } from "@flytekit-ts/workflow/compile";
import { afterAll, describe, expect, it } from "vitest";
import { localExecErrors } from "../src/entries/index.js";
import { docsFolder, isRunnableHere, makeExampleFolder } from "./support/example-folder.js";
import { readPage, readPages } from "./support/pages.js";

const GUIDE = docsFolder("guide");
const index = readPage(GUIDE, "README");
const all = readPages(GUIDE);
const pages = all.filter(isRunnableHere);
const folder = makeExampleFolder(pages);
afterAll(() => folder.remove());

const codes = new Set([coreErrors, workflowErrors, localExecErrors].flatMap((each) => Object.keys(each)));

describe("the index of the guide", () => {
  it("lists every page", () => {
    const linked = [...index.text.matchAll(/^\| \[.*?\]\((.*?)\.md\)/gm)].map(([, name]) => name);
    expect(new Set(linked)).toEqual(new Set(all.map(({ name }) => name)));
  });
});

// What takes long is the compiler, and loading the packages once more.
describe("the guide", () => {
  it("type-checks", async () => {
    expect(await folder.typeCheck()).toEqual([]);
  });

  describe.each(pages)("$name", (page) => {
    it("runs, and prints what it says", async () => {
      // The files that a page shows by name are built and run by the integration that they come from.
      const files = page.text.match(/^```\w+ \S+$/gm) ?? [];
      expect(page.examples.length + files.length).toBeGreaterThan(0);
      for (const [index, code] of page.examples.entries()) {
        const promised = promisedBy(code);
        expect(promised.length).toBeGreaterThan(0);
        expect(await printedBy(() => import(folder.fileOf(page, index)))).toEqual(promised);
      }
    });

    it("names codes that there are", () => {
      const named = [...page.text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\.md/g)].map(([file]) => file.slice(0, -3));
      expect(named.filter((code) => !codes.has(code))).toEqual([]);
    });

    it("links each code that it names in brackets, and no other", () => {
      const used = [...page.text.matchAll(/\[([A-Z]+(?:_[A-Z]+)+)\](?!:)/g)].map(([, code]) => code);
      const defined = [...page.text.matchAll(/^\[([A-Z]+(?:_[A-Z]+)+)\]: \.\.\/errors\/(?:\1)\.md$/gm)].map(
        ([, code]) => code,
      );
      expect(new Set(used)).toEqual(new Set(defined));
    });

    it("is short, and says what flytekit has", () => {
      expect(page.text.split("\n").length).toBeLessThanOrEqual(150);
      expect(page.text).toMatch(/flytekit-ts +\||`task\(\{ \.\.\. \}\)` +\|/);
    });
  });
});
