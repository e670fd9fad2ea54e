/**
 * What authors are told about wrong workflows.
 *
 * Each file in the folders beside this test is a workflow as its author would write it, with one fault or a few.
 * Its first comment says which codes are told, and `// here` marks the line that has to be edited. What is printed
 * is in `messages`, to be read by people: would someone new to Flyte know what to do?
 */
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { load, readWrongWorkflow, type WrongWorkflow, wrongWorkflows } from "./support/wrong-workflow.js";

const folder = dirname(fileURLToPath(import.meta.url));
const themes = wrongWorkflows(folder);

// Our own files and stack frames, and what Flyte calls nodes and outputs to which nobody gave a name.
const OURS =
  /node_modules|packages\/|file:|^ +at (?!\S+\.ts:\d+:\d+$)|\b(?:d?n\d+|fn0|efn|start-node|end-node)\b|\.o0\b/m;
// Of ids there is talk where ids are at fault.
const OF_IDS = /^.*(?:NODE_ID_|automatic ids are).*$/gm;
// What holds problems leaves the hints to them.
const FAULT = /\[(?!WORKFLOW_INVALID|REGISTRATION_INVALID)[A-Z_]+\] /g;
const HINT = /^ +hint: [A-Z].*\.$/gm;

describe.each([...themes])("%s", (theme, workflows) => {
  it.each(workflows.map((each) => [each.name, each] as const))("%s", async (_name, workflow) => {
    const { codes, locations, message } = await load(workflow);
    expect(codes).toEqual(workflow.codes);
    for (const location of locations) expect(location?.file).toBe(workflow.path);
    const lines = locations.flatMap((location) => location?.line ?? []);
    expect(lines.toSorted((a, b) => a - b)).toEqual(workflow.lines);
    expect(printed(workflow, message).replaceAll(OF_IDS, "")).not.toMatch(OURS);
    expect(message.match(HINT)?.length).toBe(message.match(FAULT)?.length);
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

describe("the corpus", () => {
  it("is found", () => {
    expect([...themes.values()].flat().length).toBeGreaterThan(200);
  });

  it("has a mark and a code in each file", () => {
    const unmarked = [...themes.values()].flat().filter(({ codes, lines }) => {
      return lines.length !== codes.length || codes.includes("");
    });
    expect(unmarked.map(({ name }) => name)).toEqual([]);
  });

  it("would not pass a workflow that is right", async () => {
    const right = readWrongWorkflow(join(folder, "support/right-workflow.ts"));
    expect(right).toMatchObject({ codes: ["INPUT_MISSING"], lines: [7] });
    await expect(load(right)).rejects.toThrow("nothing was refused");
  });

  it.each([
    "at run (/app/node_modules/vitest/run.js:1:1)",
    "    at compileAll (compile-all.ts:3:1)",
    "wf.n0.x takes integer.",
    "The node fn0 takes nothing.",
    "half.x takes float, but was given square.o0 of type integer.",
  ])("would not pass a message with something of ours: %s", (message) => {
    expect(message).toMatch(OURS);
  });
});

function printed({ path }: WrongWorkflow, message: string): string {
  return message.replaceAll(`${dirname(path)}/`, "");
}
