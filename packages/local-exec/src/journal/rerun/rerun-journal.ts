import { ContentStore } from "../../cache/store/content-store.js";
import { errors } from "../../errors.js";
import { assertNoneMissing } from "../../given/assert-none-missing.js";
import type { PlannedNode } from "../../plan/plan.js";
import { join } from "node:path";
import { loadCodecs } from "../format/codecs.js";
import { LiteralsOnDisk } from "../format/literals.js";
import { CONTENT } from "../format/places.js";
import { Versions } from "../graph/versions.js";
import { journalOf } from "../open/journal-of.js";
import { newJournal } from "../open/new-journal.js";
import type { Hooks, Journaled, RunJournal } from "../open/run-journal.js";
import { JournalHistory } from "../past/journal-history.js";
import { type PastRun, replay } from "../past/past-run.js";
import { literalsFor, problemsOf, type SetValues } from "./given-values.js";
import { nodeAt } from "./node-at.js";
import { type Amending, RerunHistory } from "./rerun-history.js";

/** What is repeated. */
export interface Rerunning {
  /** The run that is repeated in part. It is only read. */
  readonly run: string;
  /** The path of the node from which on it is repeated. */
  readonly from: string;
  readonly set: SetValues;
}

/** The journal of a new run that takes from another what comes not after a node. */
export function rerunJournal(journaled: Journaled, rerunning: Rerunning): RunJournal {
  const { journal } = journaled;
  const { run, from, set } = rerunning;
  return {
    ...newJournal(journaled),
    isNeeded: true,
    async open(hooks) {
      const { past } = replay(journalOf(journal, run));
      assertRerun(journaled, rerunning, past);
      assertNoneMissing(journaled.plan, journaled.entity.name, past.done);
      const codecs = await loadCodecs();
      // Not those of the new run: what they know to be stored may go with the other run.
      const literals = new LiteralsOnDisk(codecs, new ContentStore(join(journal, CONTENT)));
      const inputs = await literals.fromRecorded(past.inputs ?? {}, run);
      const names = { inputs: namesOf(set.inputs), outputs: namesOf(set.outputs) };
      const open = await newJournal({ ...journaled, inputs }, { run, from, set: names }).open(hooks);
      past.forgetFailures();
      const earlier = new JournalHistory({ run, past, versions: new Versions(codecs), literals });
      return { ...open, inputs, history: new RerunHistory(earlier, amending(journaled, rerunning, hooks)) };
    },
  };
}

function amending({ entity }: Journaled, { from, set }: Rerunning, { store }: Hooks): Amending {
  const literals = (
    what: "inputs" | "outputs",
    node: PlannedNode,
  ): ReturnType<typeof literalsFor> | undefined =>
    set[what] === undefined
      ? undefined
      : literalsFor(node, what, { values: set, store, entity: entity.name });
  return {
    from,
    inputs: ({ node }) => literals("inputs", node),
    outputs: ({ node }) => literals("outputs", node),
  };
}

function assertRerun({ journal, entity, plan }: Journaled, rerunning: Rerunning, past: PastRun): void {
  const { from, set } = rerunning;
  if (past.header === undefined || past.inputs === undefined) {
    const problem = "its process ended before its inputs were stored";
    throw errors.RUN_NOT_FOUND({ run: rerunning.run, journal, problem });
  }
  const problems: string[] = [];
  const was = past.header.entity;
  if (was.name !== entity.name || was.kind !== entity.kind)
    problems.push(`it is a run of the ${was.kind} ${was.name}, and not of the ${entity.kind} ${entity.name}`);
  for (const name of entity.interface.inputNames)
    if (!Object.hasOwn(past.inputs, name))
      problems.push(`the input ${name} is new, and the run has no value for it`);
  const node = nodeAt(plan, from);
  if (node === undefined && !past.nodes.has(from)) problems.push(`there is no node ${from}`);
  // An arm that was not taken, an item beyond the list, a failure handler of a run that did not fail.
  else if (!past.nodes.has(from) && isEntered(around(from), past))
    problems.push(`the run did not come to the node ${from}`);
  if (node !== undefined) problems.push(...problemsOf(node, set));
  if (problems.length > 0) throw errors.RERUN_INVALID({ entity: entity.name, problems });
}

/** The part of a path before the node's own id. */
function around(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf(">")) + 1);
}

// A node that was reused whole has no nodes inside in the journal.
function isEntered(prefix: string, { nodes, end }: PastRun): boolean {
  if (end?.kind !== "run-succeeded") return false;
  return [...nodes.keys()].some((path) => around(path) === prefix);
}

function namesOf(values: object | undefined): readonly string[] {
  return Object.keys(values ?? {});
}
