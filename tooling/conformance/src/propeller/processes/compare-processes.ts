import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingFor, startVersitygw } from "@flytekit-ts/servers";
import type { StandInCase } from "../compare-case-by-stand-in.js";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { type DataPlace, placeOnDisk, placeOnS3 } from "./data-place.js";
import { exampleCases } from "./example-cases.js";
import { moreCase } from "./more-case.js";
import type { ProcessCase } from "./process-case.js";
import { recordedCases } from "./recorded-cases.js";
import { ProcessRuns } from "./run-processes.js";

/** All that is run with processes as its tasks. */
export const processCases: readonly ProcessCase[] = [...recordedCases, moreCase, ...exampleCases];

/** Cases at a time: one may have nothing to start while the other has. */
const AT_A_TIME = 2;

/** How a case compares, or why it could not be run. */
export interface ComparedCase {
  readonly name: string;
  readonly runs: readonly StandInCase[];
}

/** All cases, and how many processes they were. */
export interface ComparedProcesses {
  readonly place: string;
  readonly cases: readonly ComparedCase[];
  readonly processes: number;
  readonly seconds: number;
}

/** Package cases and run them with every task as a process, with data on disk or on an S3 server that is started for it. */
export async function compareProcesses(
  cases: readonly ProcessCase[],
  where: "disk" | "s3",
): Promise<ComparedProcesses | { readonly problem: string }> {
  if (where === "disk") {
    const root = mkdtempSync(join(tmpdir(), "processes-"));
    try {
      return await compareIn(placeOnDisk(root), cases);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  const problem = missingFor("versitygw");
  if (problem !== undefined) return { problem };
  const server = await startVersitygw();
  try {
    return await compareIn(placeOnS3(server), cases);
  } finally {
    await server.stop();
  }
}

async function compareIn(place: DataPlace, cases: readonly ProcessCase[]): Promise<ComparedProcesses> {
  const begun = performance.now();
  const runs = new ProcessRuns(await buildImage(), place);
  const compared = new Map<ProcessCase, ComparedCase>();
  const waiting = cases[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const each of waiting) compared.set(each, { name: each.name, runs: await compareOne(each, runs) });
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const seconds = (performance.now() - begun) / 1000;
  return {
    place: place.name,
    cases: cases.flatMap((each) => compared.get(each) ?? []),
    processes: runs.started,
    seconds,
  };
}

// What cannot be run differs in that, and others still are.
async function compareOne(each: ProcessCase, runs: ProcessRuns): Promise<readonly StandInCase[]> {
  try {
    return await each.compare(runs);
  } catch (error) {
    const ours = error instanceof Error ? error.message : String(error);
    return [{ run: each.name, differences: [{ what: "run", ours, engine: "done" }] }];
  }
}
