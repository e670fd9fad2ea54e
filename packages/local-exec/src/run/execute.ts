import { randomUUID } from "node:crypto";
import { atCaller } from "@flytekit-ts/core/errors";
import { type Entity, placeOfCaller } from "@flytekit-ts/core/graph";
import { loadLiterals, type ValueStore } from "@flytekit-ts/core/storage";
import type { EntityStarter, Literals } from "@flytekit-ts/core/tasks";
import { assertKnownAnswers } from "../given/assert-known-answers.js";
import { answersFor } from "../given/answers-for.js";
import { assertNoneMissing } from "../given/assert-none-missing.js";
import { areStored, storeRunInputs, toRunInputs } from "../given/run-inputs.js";
import { toMocks } from "../mocks/mocks.js";
import type { EventLog } from "../events/event-log.js";
import { newJournal } from "../journal/open/new-journal.js";
import { journalOf } from "../journal/open/journal-of.js";
import type { Journaled, RunJournal } from "../journal/open/run-journal.js";
import { type Reuse, reusingJournal } from "../journal/rerun/reusing-journal.js";
import { type Execution, Executing } from "./executing.js";
import { answersOf, assertLocalOptions, concurrencyOf, type LocalOptions } from "./options.js";
import { assertEntity, runnableOf } from "./runnable.js";

/** A call of a function that runs an entity. */
export interface Call {
  readonly options: LocalOptions | undefined;
  /** The function that the author called, for the place of a mistake in the call. */
  readonly callee: (...args: never[]) => unknown;
  readonly log: EventLog | undefined;
}

/** Check everything, and start running an entity with inputs. */
export function execute(
  entity: Entity,
  { given = {}, ...call }: Call & { readonly given: unknown },
): Executing {
  const { callee } = call;
  assertEntity(entity);
  const checked = checkedOf(entity, call, true);
  const declared = atCaller(callee, () => toRunInputs(entity, given));
  const all = new Map([...declared, ...checked.fixedInputs]);
  const place = placeOfCaller(callee);
  const inputs = areStored(all) ? all : (store: ValueStore) => storeRunInputs(entity, all, { store, place });
  const id = randomUUID();
  const known = typeof inputs === "function" ? undefined : inputs;
  const journaled = journaledOf(checked, { id, inputs: known });
  const journal = journaled === undefined ? undefined : begunJournal(journaled, call.options?.reuse);
  return new Executing({ ...checked.execution, id, inputs, journal });
}

/**
 * Check everything, and go on with a run from its journal, which has the inputs. What cannot run here need not, if the journal has
 * its outcomes: that is seen when the journal is open.
 */
export function executeFrom(
  entity: Entity,
  call: Call & { readonly run: string },
  open: (journaled: Journaled) => RunJournal,
): Executing {
  assertEntity(entity);
  const checked = checkedOf(entity, call, false);
  const journaled = journaledOf(checked, { id: call.run, inputs: undefined });
  const journal = journaled === undefined ? undefined : open(journaled);
  return new Executing({ ...checked.execution, id: call.run, inputs: new Map(), journal });
}

function begunJournal(journaled: Journaled, reuse: Reuse | undefined): RunJournal {
  if (reuse === undefined) return newJournal(journaled);
  // It is known before anything runs.
  journalOf(journaled.journal, reuse.run);
  return reusingJournal(journaled, reuse);
}

interface Checked {
  readonly execution: Omit<Execution, "id" | "inputs" | "journal">;
  readonly fixedInputs: Literals;
}

function checkedOf(entity: Entity, { options = {}, callee, log }: Call, runsAll: boolean): Checked {
  const { name } = entity;
  atCaller(callee, () => assertLocalOptions(options, name));
  const mocks = atCaller(callee, () => toMocks(options.mocks));
  const { plan, fixedInputs } = runnableOf(entity, mocks);
  const answers = atCaller(callee, () => answersOf(options, name));
  if (runsAll) assertNoneMissing(plan, name);
  const gates = answersFor(plan, answers, name);
  if (options.gates === "wait") atCaller(callee, () => assertKnownAnswers(plan, gates, name));
  const concurrency = concurrencyOf(options);
  const start = starterOf(options);
  return { execution: { entity, plan, concurrency, gates, mocks, options, log, start }, fixedInputs };
}

/**
 * Runs what a task of a run starts: a run of its own, with the options of the other but those that belong to its graph.
 * The journal does not know of it, so that after a resume the task starts it again.
 */
function starterOf(options: LocalOptions): EntityStarter {
  const { journal: _journal, durability: _durability, journaling: _journaling, ...others } = options;
  const { gates: _gates, answers: _answers, labels: _labels, reuse: _reuse, ...shared } = others;
  const { onEvent: _onEvent, signal: _signal, ...inherited } = shared;
  return async (entity, given, signal) => {
    const call = { options: { ...inherited, signal }, callee: starterOf, log: undefined };
    const { outputs, store } = execute(entity, { given, ...call });
    return toResult(entity, await outputs, store);
  };
}

function journaledOf(
  { execution: { entity, plan, options, concurrency } }: Checked,
  { id, inputs }: { readonly id: string; readonly inputs: Literals | undefined },
): Journaled | undefined {
  const { journal, durability = "process", labels, reuse: _reuse, ...rest } = options;
  if (journal === undefined) return undefined;
  const recorded = { ...rest, durability, concurrency };
  return { journal, run: id, entity, plan, durability, labels, inputs, options: recorded };
}

/** The result of a run: its outputs as values. */
export async function toResult(
  { interface: { outputs, outputStyle } }: Entity,
  literals: Literals,
  store: ValueStore,
): Promise<unknown> {
  if (outputStyle === "void") return undefined;
  const values = await loadLiterals(outputs, literals, store);
  // Not by name: the output of a map has the name of its target's output, which may be any name.
  return outputStyle === "bare" ? Object.values(values)[0] : values;
}
