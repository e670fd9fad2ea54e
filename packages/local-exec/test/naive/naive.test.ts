import { type CompiledWorkflow, compile } from "@flytekit-ts/workflow/compile";
import { toLiterals } from "@flytekit-ts/core/literals";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RunEvent, runLocal } from "../../src/entries/index.js";
import { type NaiveOutcome, runNaively } from "./naive-interpreter.js";
import { elementsOf, plainOf, type Values } from "./naive-values.js";
import { type Drawn, randomWorkflow, type Tape } from "./random-workflow.js";

/** Choices for a workflow, and its inputs. */
const drawn = fc.record({
  choices: fc.array(fc.nat(), { minLength: 8, maxLength: 60 }),
  a: fc.nat(99),
  b: fc.nat(99),
  concurrency: fc.constantFrom(1, 2, 4, 64),
});

function tapeOf(choices: readonly number[]): Tape {
  let index = 0;
  return { pick: (count) => (choices[index++ % choices.length] ?? 0) % count };
}

interface Outcome {
  readonly phase: string;
  readonly result: unknown;
  readonly nodes: ReadonlyMap<string, string>;
  readonly tasks: readonly string[];
}

async function locally(
  wf: Drawn,
  inputs: { readonly a: number; readonly b: number },
  concurrency: number,
): Promise<Outcome> {
  const nodes = new Map<string, string>();
  const tasks: string[] = [];
  const onEvent = (event: RunEvent): void => {
    if (!("node" in event)) return;
    if (event.kind === "node-started") {
      if (event.inputs !== undefined) tasks.push(`${event.entity} ${event.attempt} ${textOf(event.inputs)}`);
      return;
    }
    const isOver = !("item" in event) && !(event.kind === "node-failed" && event.retrying);
    if (isOver) nodes.set(event.node, event.kind.slice("node-".length));
  };
  try {
    const result = await runLocal(wf as never, inputs as never, { concurrency, onEvent });
    return { phase: "Succeeded", result: result as unknown, nodes, tasks };
  } catch {
    return { phase: "Failed", result: undefined, nodes, tasks };
  }
}

function textOf(inputs: Values): string {
  return [...inputs]
    .map(([name, value]) => `${name}=${elementsOf(value)?.map(plainOf).join(",") ?? String(plainOf(value))}`)
    .toSorted()
    .join(" ");
}

/** In what two runs of one workflow differ. The order in which nodes end may differ, so it depends on how they ended what has to be equal. */
function differences(ours: Outcome, naive: NaiveOutcome, compiled: CompiledWorkflow): readonly unknown[] {
  const isPatient = compiled.template.metadata?.onFailure === 1;
  if (ours.phase !== naive.phase) return [ours.phase, naive.phase];
  if (ours.phase === "Failed" && !isPatient) return [];
  const found: unknown[] = [];
  const [mine, its] = [sorted(ours.nodes), sorted(naive.nodes)];
  // Which items of a map that fails have run depends on the order, and so does what a plan of haste has run.
  if (ours.phase === "Failed") return differ(found, withoutInner(mine), withoutInner(its));
  const [output] = naive.outputs.values();
  differ(found, [ours.result], [output === undefined ? undefined : Number(plainOf(output))]);
  differ(found, mine, its);
  return differ(found, ours.tasks.toSorted(), naive.tasks.toSorted());
}

function differ(found: unknown[], mine: readonly unknown[], its: readonly unknown[]): readonly unknown[] {
  if (JSON.stringify(mine) !== JSON.stringify(its)) found.push({ mine, its });
  return found;
}

function sorted(nodes: ReadonlyMap<string, string>): readonly string[] {
  return [...nodes].map(([path, end]) => `${path} ${end}`).toSorted();
}

function withoutInner(nodes: readonly string[]): readonly string[] {
  return nodes.filter((each) => !each.includes(">"));
}

async function compareOnce({ choices, a, b, concurrency }: DrawnRun, spoil = (outcome: Outcome) => outcome) {
  const wf = randomWorkflow(tapeOf(choices));
  const compiled = compile(wf, undefined, { allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"] });
  const ours = spoil(await locally(wf, { a, b }, concurrency));
  const naive = await runNaively(compiled, toLiterals(wf.interface.inputs, { a, b }));
  return { found: differences(ours, naive, compiled), naive };
}

type DrawnRun = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const RUNS = Number(process.env["NAIVE_RUNS"] ?? 300);

describe("a local run", () => {
  it("comes to what a naive interpreter of the messages comes to", async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const { found, naive } = await compareOnce(given);
        ends.set(naive.phase, (ends.get(naive.phase) ?? 0) + 1);
        expect(found).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    // Both ends are drawn, so that both are compared.
    expect([ends.get("Succeeded"), ends.get("Failed")].every((count = 0) => count > RUNS / 20)).toBe(true);
  });

  it.each<[string, (outcome: Outcome) => Outcome]>([
    ["a task that ran once too often", (o) => ({ ...o, tasks: [...o.tasks, ...o.tasks.slice(0, 1)] })],
    ["a node that is not told", (o) => ({ ...o, nodes: new Map([...o.nodes].slice(1)) })],
    ["a wrong result", (o) => ({ ...o, result: typeof o.result === "number" ? o.result + 1 : o.result })],
    ["a failure that is none", (o) => (o.phase === "Failed" ? { ...o, phase: "Succeeded" } : o)],
  ])("would be found to differ in %s", async (_what, spoil) => {
    const run = fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        expect((await compareOnce(given, spoil)).found).toEqual([]);
      }),
      { numRuns: 200, endOnFailure: true },
    );
    await expect(run).rejects.toThrow(/Property failed/);
  });
});
