import fc from "fast-check";
import type { Case } from "../description/type.js";
import { cases } from "../random/cases.js";
import type { Direction } from "./directions.js";
import type { Python } from "./python.js";

/** One round trip of the pipe carries this many types. */
const BATCH = 50;
const MOST_FAILURES = 5;

export interface Failure {
  readonly seed: number;
  readonly path: string;
  readonly case: Case;
  readonly difference: string;
}

export interface Outcome {
  readonly cases: readonly Case[];
  readonly passed: number;
  readonly failed: number;
  /** The first failures, shrunk. */
  readonly failures: readonly Failure[];
}

export interface Plan {
  readonly python: Python;
  readonly direction: Direction;
  readonly seed: number;
  /** How many values are exchanged at least. */
  readonly runs: number;
}

/** Exchanges random cases in one direction, and shrinks what fails. */
export async function runDirection(plan: Plan): Promise<Outcome> {
  const done: Case[] = [];
  const failedAt: number[] = [];
  const drawn = fc.sample(cases, { seed: plan.seed, numRuns: plan.runs });
  let [values, failed] = [0, 0];
  for (let start = 0; values < plan.runs; start += BATCH) {
    const batch = drawn.slice(start, start + BATCH);
    const differences = await plan.direction(plan.python, batch);
    differences.forEach((difference, i) => {
      const count = batch[i]?.values.length ?? 0;
      values += count;
      if (difference === undefined) return;
      failed += count;
      failedAt.push(start + i);
    });
    done.push(...batch);
  }
  const failures: Failure[] = [];
  for (const index of failedAt.slice(0, MOST_FAILURES)) failures.push(await shrink(plan, index));
  return { cases: done, passed: values - failed, failed, failures };
}

async function shrink({ python, direction, seed }: Plan, index: number): Promise<Failure> {
  let found: { case: Case; difference: string } | undefined;
  const property = fc.asyncProperty(cases, async (each) => {
    const [difference] = await direction(python, [each]);
    if (difference === undefined) return;
    found = { case: each, difference };
    throw new Error(difference);
  });
  const details = await fc.check(property, { seed, path: String(index), numRuns: 1 });
  if (found === undefined) throw new Error(`case ${index} of seed ${seed} failed in its batch and not alone`);
  return { seed, path: details.counterexamplePath ?? String(index), ...found };
}
