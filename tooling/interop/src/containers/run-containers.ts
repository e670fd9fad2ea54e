import fc from "fast-check";
import type { Python } from "../exchange/python.js";
import { cases } from "../random/cases.js";
import { texts } from "../random/scalars.js";
import { checkContainers, type ContainerCase } from "./check-container.js";
import { plantedCases } from "./planted-cases.js";

/** What a run in containers found. */
export interface ContainersRun {
  readonly passed: number;
  /** In words, with the case. */
  readonly failures: readonly string[];
}

// Most leave outputs; a process takes as long as a hundred values in one.
const kinds = fc.constantFrom("same", "same", "same", "throws", "fan");

const containerCases: fc.Arbitrary<ContainerCase> = fc
  .tuple(cases, kinds, texts)
  .map(([each, kind, text]) => ({ ...each, kind, text }));

/** Runs tasks of random types in processes, on inputs that flytekit wrote, and lets flytekit read what they leave. */
export async function runContainers(
  python: Python,
  { seed, count, folder }: { readonly seed: number; readonly count: number; readonly folder: string },
): Promise<ContainersRun> {
  const drawn = fc.sample(containerCases, { seed, numRuns: count });
  const all = [...drawn, ...plantedCases];
  const differences = await checkContainers(python, all, folder);
  const failures = all.flatMap((each, i) => {
    const isPlanted = i >= drawn.length;
    const difference = differences[i];
    if (isPlanted === (difference !== undefined)) return [];
    const words = difference ?? "a planted fault was not found";
    return [`containers, seed ${seed}, case ${i}: ${words}\n  ${JSON.stringify(each)}`];
  });
  return { passed: all.length - failures.length, failures };
}
