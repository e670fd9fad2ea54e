import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as local from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { measure, row, spreadOf } from "../measure.js";
import { shapesOf } from "./shapes.js";

const SIZE = 2000;
const TURNS = 5;

/** What a journal adds to a trivial node: runs with one and runs without, in turn. */
export async function journaled() {
  const shapes = shapesOf(authoring);
  const rows = [];
  for (const name of /** @type {const} */ (["chain", "fan"])) {
    const wf = shapes[name](SIZE);
    const [costs, ratios] = [[], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const bare = await measure(15, () => local.runLocal(wf, { x: 1 }));
      const journal = mkdtempSync(join(tmpdir(), "flytekit-ts-journal-"));
      const { median } = await measure(5, () => local.runLocal(wf, { x: 1 }, { journal }));
      rmSync(journal, { recursive: true });
      costs.push(median);
      ratios.push(median / bare.median);
    }
    rows.push(
      row(`with a journal, per trivial node, ${name} of ${SIZE}`, spreadOf(costs), { per: SIZE }),
      row("the same by a run without", spreadOf(ratios), { unit: "x", aim: "<= 4" }),
    );
  }
  return rows;
}
