import { isWorkflow } from "@flytekit-ts/workflow/compile";
import type { StandInCase } from "../compare-case-by-stand-in.js";
import { compareWithLocal } from "./local-case.js";
import { runs as moreRuns } from "./more-cases.js";
import type { ProcessCase } from "./process-case.js";
import type { ProcessRuns } from "./run-processes.js";

/** What no recorded run has: files that tasks hand on, checkpoints, arms that both hold. */
export const moreCase: ProcessCase = { name: "more", compare };

async function compare(runs: ProcessRuns): Promise<readonly StandInCase[]> {
  const module = new URL("../../../src/propeller/processes/more-cases.ts", import.meta.url);
  const { archive, entities } = await runs.packaged(module);
  const processes = await runs.runnerOf("more", [{ archive }]);
  const compared: StandInCase[] = [];
  for (const [index, { workflow: name, inputs, phase }] of moreRuns.entries()) {
    const workflow = entities.find((each) => each.name === name);
    if (!isWorkflow(workflow)) throw new Error(`there is no workflow ${name}`);
    const differences = await compareWithLocal({ workflow, inputs, phase }, processes, runs.place);
    compared.push({ run: `${name}#${index}`, differences });
  }
  return compared;
}
