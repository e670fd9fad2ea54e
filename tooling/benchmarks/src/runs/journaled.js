import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as local from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { row, spreadOf } from "../measure.js";
import { shapesOf } from "./shapes.js";

const SIZE = 2000;
const PAIRS = 15;
const RUNS = 4;

/**
 * What a journal adds to a trivial node: runs with one and runs without, in turn. By time of the processor, which includes
 * the system's for the writes: other processes may keep this one waiting, and the disk may, too.
 */
export async function journaled() {
  const shapes = shapesOf(authoring);
  const rows = [];
  for (const name of /** @type {const} */ (["chain", "fan"])) {
    const wf = shapes[name](SIZE);
    const journal = mkdtempSync(join(tmpdir(), "flytekit-ts-journal-"));
    const bare = () => processorTime(() => local.runLocal(wf, { x: 1 }));
    const kept = () => processorTime(() => local.runLocal(wf, { x: 1 }, { journal }));
    for (const warmUp of [bare, kept, bare, kept]) await warmUp();
    const [costs, ratios] = [[], []];
    for (let turn = 0; turn < PAIRS; turn += 1) {
      const without = await bare();
      const cost = await kept();
      costs.push(cost);
      ratios.push(cost / without);
    }
    rmSync(journal, { recursive: true });
    rows.push(
      row(`with a journal, per trivial node, ${name} of ${SIZE}`, spreadOf(costs), { per: SIZE }),
      row("the same by a run without", spreadOf(ratios), { unit: "x", aim: "<= 4" }),
    );
  }
  return rows;
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds a run, of several: one is too short to tell */
async function processorTime(work) {
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / RUNS;
}
