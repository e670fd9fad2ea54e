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

/** The ways in which the recorded runs are compared: one more is one more line. */
export const RUN_MODES: readonly RunMode[] = [
  { name: "one task at a time", options: { concurrency: 1 } },
  { name: "four tasks at a time", options: { concurrency: 4 } },
  { name: "all tasks at a time", options: { concurrency: 1_000_000 } },
  { name: "with a journal", options: { concurrency: 4, journal } },
];

/**
 * The tasks run in worker threads, which find them by their module and name: so they have to be exported. One at a time: of
 * threads nobody knows which ends first, and a map that fails names the items that failed until then.
 */
export const IN_WORKERS: RunMode = {
  name: "tasks in workers",
  options: { isolation: "worker", concurrency: 1 },
};
