import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalOptions } from "@flytekit-ts/local-exec";

/** Options of local runs that must not change what comes of them. */
export type ModeOptions = Omit<LocalOptions, "gates" | "onEvent">;

/** A way to run here. */
export interface RunMode {
  readonly name: string;
  readonly options: ModeOptions;
}

const journal = mkdtempSync(join(tmpdir(), "conformance-"));
process.on("exit", () => rmSync(journal, { recursive: true, force: true }));

const CONCURRENCIES = [
  ["one task at a time", 1],
  ["four tasks at a time", 4],
  ["all tasks at a time", 1_000_000],
] as const;

const PLACES = [
  ["", {}],
  // They find tasks by module and name: so the tasks have to be exported.
  [", in workers", { isolation: "worker" }],
] as const;

const KEPT = [
  ["", {}],
  [", with a journal", { journal }],
] as const;

/** All ways in which the recorded runs can be compared. */
export const ALL_MODES: readonly RunMode[] = PLACES.flatMap(([place, placed]) =>
  KEPT.flatMap(([keeping, kept]) =>
    CONCURRENCIES.map(([tasks, concurrency]) => ({
      name: `${tasks}${place}${keeping}`,
      options: { concurrency, ...placed, ...kept },
    })),
  ),
);

/** The ways that every check takes: each number of tasks, a journal, and workers. */
export const USUAL_MODES: readonly RunMode[] = ALL_MODES.filter(({ options }) => {
  const isPlain = options.journal === undefined && options.isolation === undefined;
  const hasOne = options.journal === undefined || options.isolation === undefined;
  return isPlain || (hasOne && options.concurrency === 4);
});
