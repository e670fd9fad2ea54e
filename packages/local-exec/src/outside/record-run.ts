import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { atCaller } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Storage } from "@flytekit-ts/core/storage";
import { assertFolder } from "../journal/format/assert-folder.js";
import { loadCodecs } from "../journal/format/codecs.js";
import { newJournal } from "../journal/open/new-journal.js";
import type { Mock } from "../mocks/mock.js";
import { toMocks } from "../mocks/mocks.js";
import type { Plan } from "../plan/plan.js";
import { runStore } from "../run/run-store.js";
import { assertEntity, runnableOf } from "../run/runnable.js";
import type { OutsideRun, RecordedRun } from "./outside-run.js";
import { recordGraph } from "./record-graph.js";
import { recordNode } from "./record-node.js";
import { failureOf, Recorder, type Recording } from "./recorder.js";

/** Where a run is recorded. */
export interface RecordOptions {
  /** The folder of the journal. It is made if it is not there. */
  readonly journal: string;
  /** The mocks that later runs of it will have too: what was executed elsewhere counts as theirs. */
  readonly mocks?: readonly Mock[] | undefined;
  /** Storages for the URIs in its values, as in `startLocal`. */
  readonly storage?: Storage | readonly Storage[] | undefined;
}

/**
 * Record something that was executed elsewhere, such as on a cluster, as a run in a journal. Then `rerunLocal` runs a node and what
 * comes after it here, with the inputs that it had there, and `resumeLocal` goes on with what failed or was not reached.
 *
 * Nothing runs, but for the bodies of dynamics, which make their graphs again. Nodes that do not fit the entity, because it has
 * changed since, are left out and named in the result.
 *
 * @throws `ENTITY_NOT_RUNNABLE`, `MOCK_INVALID`, `OPTION_INVALID`, `WORKFLOW_NOT_READY`, `JOURNAL_NOT_WRITTEN`, the errors of
 * compiling, and what `outside` throws.
 */
export async function recordRun<I extends Shape, O extends OutSpec>(
  entity: Typed<I, O>,
  outside: OutsideRun,
  options: RecordOptions,
): Promise<RecordedRun> {
  const { journal, mocks: given, storage } = options;
  const at = "the recorded run";
  assertEntity(entity);
  atCaller(recordRun, () => {
    assertFolder(journal, at);
  });
  const mocks = toMocks(given);
  const { plan } = runnableOf(entity, mocks);
  const run = randomUUID();
  const { inputs, origin } = outside;
  const journaled = { journal, run, entity, plan, durability: "process", inputs, origin, options } as const;
  const { folder, filesIn, open } = newJournal(journaled);
  const store = runStore({ storage, filesIn });
  const opened = await open({ isOptional: false, fail: () => {}, now: () => outside.startedAt, store });
  try {
    const codecs = await loadCodecs();
    return await record(entity, plan, { run, outside, sink: opened.sink, codecs, store, mocks });
  } catch (error) {
    opened.close();
    // Half a run is none.
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    opened.close();
  }
}

async function record(entity: Entity, plan: Plan, recording: Recording): Promise<RecordedRun> {
  const { outside, sink, run } = recording;
  const { inputs, startedAt } = outside;
  const recorder = new Recorder(recording, recordNode);
  for (const name of entity.interface.inputNames)
    if (!inputs.has(name)) recorder.note("", `has an input ${name} now, and had none`);
  await recorder.tell(startedAt, { kind: "run-started", entity: entity.name });
  await recordGraph({ plan, inputs, prefix: "" }, recorder);
  recorder.noteOthers();
  await end(entity, outside, recorder);
  sink.flush();
  return { run, recorded: recorder.recorded, notes: recorder.notes };
}

async function end({ name }: Entity, outside: OutsideRun, recorder: Recorder): Promise<void> {
  const { state, startedAt, duration, error, outputs } = outside;
  const at = startedAt + duration;
  if (state === "failed")
    await recorder.tell(at, { kind: "run-failed", entity: name, duration, error: failureOf(name, error) });
  if (state !== "succeeded") return;
  if (outputs === undefined) recorder.note("", "has outputs that are not known");
  else await recorder.tell(at, { kind: "run-succeeded", entity: name, duration, outputs });
}
