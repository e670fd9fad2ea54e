import { join } from "node:path";
import { errors } from "../../errors.js";
import { assertNoneMissing } from "../../given/assert-none-missing.js";
import { folderOf } from "../format/places.js";
import type { RecordedLiterals, ResumedRecord } from "../format/records.js";
import { changesOf } from "../graph/changes-of.js";
import { describeGraph } from "../graph/describe-graph.js";
import { graphOf, storedGraph } from "../graph/stored-graph.js";
import { lockRun } from "../lock/run-lock.js";
import { outputGone } from "../past/gone-files.js";
import { JournalHistory } from "../past/journal-history.js";
import { type PastRun, replay } from "../past/past-run.js";
import { cutTail } from "./cut-tail.js";
import { journalOf } from "./journal-of.js";
import { type Before, orNotWritten, type Parts, partsOf, sinkOf, writerOf } from "./parts-of.js";
import type { Hooks, Journaled, OpenJournal, RunJournal } from "./run-journal.js";

/** How a run goes on. */
export interface Resuming {
  /** What to do where the graph or a task has changed. */
  readonly onChange: "refuse" | "rerun";
  /** Cut the journal off at this byte: what comes after is damaged. */
  readonly cutAt: number | undefined;
}

/** The journal of a run that goes on. */
export function resumedJournal(journaled: Journaled, resuming: Resuming): RunJournal {
  const { journal, run } = journaled;
  const folder = folderOf(journal, run);
  return {
    folder,
    isResumed: true,
    isNeeded: true,
    filesIn: join(folder, "files"),
    async open(hooks) {
      const parts = await partsOf(journaled);
      const file = journalOf(journal, run);
      return orNotWritten(journaled.journal, async () => {
        const lock = lockRun(folder, run);
        try {
          const opened = await goOn(file, { journaled, resuming, parts, hooks });
          return {
            ...opened,
            close() {
              opened.sink?.close();
              lock.release();
            },
          };
        } catch (error) {
          lock.release();
          throw error;
        }
      });
    },
  };
}

interface Going {
  readonly journaled: Journaled;
  readonly resuming: Resuming;
  readonly parts: Parts;
  readonly hooks: Hooks;
}

async function goOn(file: string, going: Going): Promise<Omit<OpenJournal, "close">> {
  const { journaled, resuming, parts, hooks } = going;
  const { run, entity, journal } = journaled;
  const replayed = replay(file, resuming.cutAt);
  const { past } = replayed;
  if (past.header === undefined) {
    throw errors.RUN_NOT_FOUND({ run, journal, problem: "its journal has no whole record" });
  }
  if (past.header.entity.name !== entity.name || past.header.entity.kind !== entity.kind) {
    const was = `${past.header.entity.kind} ${past.header.entity.name}`;
    const changes = [`it is a run of the ${was}, and not of the ${entity.kind} ${entity.name}`];
    throw errors.RUN_CHANGED({ entity: entity.name, changes });
  }
  if (past.end?.kind === "run-succeeded") {
    const outputs = await parts.literals.fromRecorded(past.end.outputs, run);
    // What has made a file that is gone runs again.
    if ((await outputGone(entity.interface.outputs, outputs)) === undefined)
      return { sink: undefined, history: undefined, inputs: undefined, outputs };
  }
  if (past.inputs === undefined) {
    const problem = "its process ended before its inputs were stored, so there is nothing to go on from";
    throw errors.RUN_NOT_FOUND({ run, journal, problem });
  }
  const graph = describeGraph(journaled.plan, parts);
  const before = past.graph === undefined ? undefined : await graphOf(past.graph, parts.content, run);
  const changes = before === undefined ? [] : changesOf(before, graph);
  assertInputs(past.inputs, journaled);
  assertNoneMissing(journaled.plan, entity.name, past.done);
  if (changes.length > 0 && resuming.onChange === "refuse")
    throw errors.RUN_CHANGED({ entity: entity.name, changes });
  const inputs = await parts.literals.fromRecorded(past.inputs, run);
  const isOther = before === undefined || changes.length > 0;
  const text = isOther ? await storedGraph(graph, parts.content, journaled.durability === "disk") : undefined;
  const record: ResumedRecord = {
    kind: "resumed",
    at: hooks.now(),
    ...writerOf(journaled),
    ...cutTail(file, replayed, resuming.cutAt),
    ...(changes.length === 0 ? {} : { changes }),
  };
  const sink = sinkOf(journaled, parts, { file, hooks, before: beforeOf(past, entity.name, resuming) });
  sink.append(record);
  if (text !== undefined) sink.changed(text);
  past.goOn();
  const history = new JournalHistory({ run, past, versions: parts.versions, literals: parts.literals });
  return { sink, history, inputs, outputs: undefined };
}

// In a graph that was made otherwise, what is done belongs to other nodes.
function beforeOf({ made }: PastRun, entity: string, { onChange }: Resuming): Before {
  return {
    isMadeAlike(graph, { path, prefix }) {
      const before = made.get(prefix)?.graph;
      if (before === undefined || "sha256" in before) return false;
      const changes = changesOf(before, graph);
      if (changes.length > 0 && onChange === "refuse") {
        const inside = changes.map((change) => `in the graph that the dynamic ${path} made, ${change}`);
        throw errors.RUN_CHANGED({ entity, changes: inside });
      }
      return changes.length === 0;
    },
  };
}

// What is new has no value in the journal. What is gone nobody takes.
function assertInputs(recorded: RecordedLiterals, { entity }: Journaled): void {
  const missing = entity.interface.inputNames.filter((name) => !Object.hasOwn(recorded, name));
  if (missing.length === 0) return;
  const changes = missing.map((name) => `the input ${name} is new, and the run has no value for it`);
  throw errors.RUN_CHANGED({ entity: entity.name, changes });
}
