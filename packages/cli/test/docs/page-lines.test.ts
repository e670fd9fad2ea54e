import { expect, it } from "vitest";
import { linesOfPage } from "./page-lines.js";

it("finds the command lines of a page", () => {
  const page = [
    "Text with `tsflyte run` in it.",
    "",
    "    tsflyte init garden # makes a project",
    "    npx tsflyte run src/workflows.ts garden \\",
    "      --litres 5",
    "    not a command",
    "",
    "```sh",
    "$ tsflyte check # exit code 1: nothing is there",
    "```",
    "```ts",
    "    tsflyte(run);",
    "```",
  ].join("\n");
  expect(linesOfPage(page)).toEqual([
    { line: 3, text: "tsflyte init garden", exitCode: 0 },
    { line: 4, text: "npx tsflyte run src/workflows.ts garden --litres 5", exitCode: 0 },
    { line: 9, text: "tsflyte check", exitCode: 1 },
  ]);
});
