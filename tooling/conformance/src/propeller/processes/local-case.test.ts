import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toLiterals } from "@flytekit-ts/core/literals";
import { NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";
import type { WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { afterAll, describe, expect, it } from "vitest";
import { literalsText } from "../../runs/literal-text.js";
import { executionText } from "../../runs/recorded-run.js";
import type { StandInOutcome } from "../stand-in-outcome.js";
import { placeOnDisk } from "./data-place.js";
import { compareWithLocal } from "./local-case.js";

const folder = mkdtempSync(join(tmpdir(), "local-case-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const io = { inputs: { file: t.file(), shout: t.boolean() }, output: t.file() };
const copy = task({ name: "local.copy", ...io }, async ({ file, shout }) => {
  if (!shout) throw new NonRecoverableError("too quiet");
  return new TextEncoder().encode((await file.text()).toUpperCase());
});
const copied = workflow({ name: "local.copied", ...io }, (given) => copy(given));

const path = join(folder, "words.txt");
writeFileSync(path, "some words");
const inputs = { file: path, shout: true };

/** What a stand-in made of it that left a file with this text. */
function outcomeOf(text: string): StandInOutcome {
  const file = join(folder, `${text}.txt`);
  writeFileSync(file, text);
  const given = toLiterals(copied.interface.inputs, inputs);
  const literals = toLiterals(copied.interface.outputs, {
    o0: file,
  });
  return {
    phase: "Succeeded",
    outputs: literalsText(literals),
    literals,
    error: "",
    code: undefined,
    nodes: new Map([["n0", "SUCCEEDED"]]),
    tasks: [executionText({ id: "n0", item: undefined, attempt: 0, inputs: given })],
    itemsOf: () => 0,
    failures: [],
  };
}

const same = outcomeOf("SOME WORDS");

async function differencesOf(change: Partial<StandInOutcome>): Promise<readonly string[]> {
  const run = { workflow: copied as unknown as WorkflowEntity, inputs, phase: "Succeeded" } as const;
  const found = await compareWithLocal(run, async () => ({ ...same, ...change }), placeOnDisk(folder));
  return found.map(({ what }) => what);
}

describe("a run by the stand-in, beside one by runLocal", () => {
  it("is equal wherever its files are", async () => {
    expect(await differencesOf({})).toEqual([]);
  });

  it.each<[string, Partial<StandInOutcome>]>([
    ["phase", { phase: "Failed", error: "it failed" }],
    ["nodes", { nodes: new Map([["n0", "SKIPPED"]]) }],
    ["outputs", { literals: outcomeOf("some words").literals }],
    ["outputs", { literals: new Map() }],
    ["task executions", { tasks: [] }],
    ["task executions", { tasks: same.tasks.map((each) => each.replace("true", "false")) }],
  ])("differs in its %s", async (what, change) => {
    expect(await differencesOf(change)).toEqual([what]);
  });

  it("differs if it was to succeed here", async () => {
    const run = {
      workflow: copied as unknown as WorkflowEntity,
      inputs: { ...inputs, shout: false },
      phase: "Succeeded",
    } as const;
    const found = await compareWithLocal(run, async () => same, placeOnDisk(folder));
    expect(found).toMatchObject([{ what: "phase of runLocal", engine: "Succeeded" }]);
    expect(found[0]?.ours).toContain("too quiet");
  });
});
