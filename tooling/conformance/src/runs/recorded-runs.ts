import { readFileSync } from "node:fs";
import type { DetailedRunJson } from "./recorded-run.js";

let known: readonly DetailedRunJson[] | undefined;

/** The recorded runs of a case by Flyte's engine. */
export function recordedRunsOf(name: string): readonly DetailedRunJson[] {
  known ??= readFileSync(new URL("../../data/runs.jsonl", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as DetailedRunJson);
  return known.filter(({ run }) => run.startsWith(`${name}#`));
}
