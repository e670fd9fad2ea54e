/**
 * What authors are told about wrong workflows.
 *
 * Each file beside this test is a workflow as an author would write it, with one fault or a few. Its first comment
 * says which codes are told, and `// here` marks the line that has to be edited. What is printed is in `messages`:
 * it is read by people before it is accepted.
 */
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { load, wrongWorkflows, type WrongWorkflow } from "./support/wrong-workflow.js";

const folder = dirname(fileURLToPath(import.meta.url));

describe.each([...wrongWorkflows(folder)])("%s", (theme, workflows) => {
  it.each(workflows.map((each) => [each.name, each] as const))("%s", async (_name, workflow) => {
    const { codes, locations, message } = await load(workflow);
    expect(codes).toEqual(workflow.codes);
    expect(new Set(locations.map((location) => location?.file))).toEqual(new Set([workflow.path]));
    const lines = locations.map((location) => location?.line ?? 0);
    expect(lines.toSorted((a, b) => a - b)).toEqual(workflow.lines);
    expect(printed(workflow, message)).not.toMatch(
      /\.ts:(?!\d)|packages|node_modules|file:|^ +at (?!\S+\.ts)/m,
    );
  });

  it("is told as its reviewer has read it", async () => {
    const texts: string[] = [];
    for (const workflow of workflows) {
      const { message } = await load(workflow);
      texts.push(`--- ${basename(workflow.path)}\n${printed(workflow, message)}\n`);
    }
    await expect(texts.join("\n")).toMatchFileSnapshot(`messages/${theme}.txt`);
  });
});

function printed({ path }: WrongWorkflow, message: string): string {
  return message.replaceAll(`${dirname(path)}/`, "");
}
