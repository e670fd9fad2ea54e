import { listRuns, type ListedRun, readRun } from "@flytekit-ts/local-exec/journal";
import { literalsJson } from "../../values/literal-json.js";
import { type Compared, conditionOf, holds, needsValues } from "./conditions.js";

/** Which runs somebody wants to see; by default all. */
export interface WantedRuns {
  /** Conditions that all have to hold, as `--where` takes them: `state=failed`, `input.x>=5`. */
  readonly where?: readonly string[] | undefined;
  /** Those that began since then, in milliseconds since 1970. */
  readonly since?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * The runs of a journal that fit, the newest first. One that cannot be read has no values.
 *
 * @throws `USAGE_INVALID` for what is no condition, `JOURNAL_CONTENT_LOST`
 */
export async function matchingRuns(
  journal: string,
  { where: texts = [], since, limit }: WantedRuns = {},
): Promise<readonly ListedRun[]> {
  const where = texts.map(conditionOf);
  const found: ListedRun[] = [];
  for (const run of listRuns(journal)) {
    if (found.length === limit) break;
    if (since !== undefined && (run.startedAt ?? 0) < since) continue;
    const compared = await comparedOf(journal, run, needsValues(where));
    if (where.every((condition) => holds(condition, compared))) found.push(run);
  }
  return found;
}

async function comparedOf(journal: string, run: ListedRun, hasValues: boolean): Promise<Compared> {
  if (!hasValues || run.state === "unreadable") return { run, inputs: {}, outputs: {} };
  const kept = await readRun(journal, run.id);
  const [inputs, outputs] = [await kept.inputs(), await kept.outputs()];
  return { run, inputs: literalsJson(inputs ?? new Map()), outputs: literalsJson(outputs ?? new Map()) };
}
