import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { Signal, Storage } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { RecordedRun, RecordOptions } from "@flytekit-ts/local-exec/journal";
import type { Connection } from "../connection/connection.js";
import { type GivenExecution, toExecutionId } from "../watching/state/execution-id.js";
import { clusterFiles } from "./cluster-files.js";
import { clusterRun } from "./cluster-run.js";
import { loadLocalExec } from "./load-local-exec.js";

/** Which entity the execution is of here, and where its run is kept. */
export interface FetchRunOptions<I extends Shape, O extends OutSpec> extends Pick<RecordOptions, "mocks"> {
  /** What was executed: a task, a workflow or a launch plan of this program. It may have changed since. */
  readonly entity: Typed<I, O>;
  /** The folder of the journal. It is made if it is not there. */
  readonly journal: string;
  /** Storages for what the cluster keeps. What has none is read through links that the cluster signs. */
  readonly storage?: Storage | readonly Storage[] | undefined;
  /** Outputs of a node that have more bytes are not fetched, and the node runs again where it is needed. 64 MiB if absent. */
  readonly maxBytes?: number | undefined;
  readonly signal?: Signal | undefined;
}

/** A run that was fetched. */
export interface FetchedRun extends RecordedRun {
  /** The paths of the nodes that failed by themselves: what `from` of `rerunLocal` is for. */
  readonly failed: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set(["entity", "journal", "mocks", "storage", "maxBytes", "signal"]);
const MAX_BYTES = 64 * 2 ** 20;

/**
 * Writes an execution of a cluster as a local run, so that what failed there is debugged here: `rerunLocal` runs a node and what
 * comes after it with the inputs that it had there, and `resumeLocal` goes on with what failed.
 *
 * Nothing runs, but for the bodies of dynamics. Files and datasets stay where they are, and are read when a task asks for them.
 * Tasks of Python have the outputs that they had there, and need a mock only where they have to run again. What does not fit the
 * entity, because it has changed, is left out and named in `notes`.
 *
 * @throws `LOCAL_EXEC_MISSING`, `OPTION_INVALID`, `OPTION_UNKNOWN`, `CLUSTER_ENTITY_NOT_FOUND`, `ENTITY_NOT_RUNNABLE`, `JOURNAL_NOT_WRITTEN`, and the
 * errors of calls and of compiling.
 * @example
 * const { run, failed: [from = "n0"] } = await fetchRun(remote, "f4a1b2c3d4", { entity: harvest, journal: "runs" });
 * await rerunLocal(harvest, { journal: "runs", run, from, storage: clusterFiles(remote) }).result;
 */
export async function fetchRun<I extends Shape, O extends OutSpec>(
  remote: { readonly connection: Connection },
  execution: GivenExecution,
  options: FetchRunOptions<I, O>,
): Promise<FetchedRun> {
  const { connection } = remote;
  assertOptions(options, KNOWN, "fetchRun");
  const { entity, journal, mocks, storage = [], maxBytes = MAX_BYTES, signal } = options;
  const at = "fetchRun";
  const id = toExecutionId(execution, connection.config, at);
  if (!(Number.isSafeInteger(maxBytes) && maxBytes >= 0))
    throw coreErrors.OPTION_INVALID({ at, option: "maxBytes", wanted: "a number of bytes", given: maxBytes });
  const { recordRun } = await loadLocalExec();
  const storages = "schemes" in storage ? [storage] : storage;
  const outside = await clusterRun(id, { connection, storages, maxBytes, signal });
  const recorded = await recordRun(entity, outside, {
    journal,
    mocks,
    storage: clusterFiles(remote, storages),
  });
  return { ...recorded, failed: outside.failed };
}
