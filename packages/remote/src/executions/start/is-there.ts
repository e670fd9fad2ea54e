import type { ExecutionId } from "@flytekit-ts/core";
import { describeLiteral } from "@flytekit-ts/core/literals";
import { encode } from "@flytekit-ts/models";
import type * as idl from "@flytekit-ts/models/core";
import { Identifier, Literal } from "@flytekit-ts/models/core";
import { getLaunchPlan } from "../../entities/lists/get-entity.js";
import { errors } from "../../errors.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { receivedLiterals } from "../../values/received-values.js";
import { consoleUrlOf } from "../state/console-url.js";
import { findExecution } from "../state/find-execution.js";
import { executionWords } from "../state/execution-words.js";
import type { Target } from "./target.js";

/** An execution that should be there once. */
export interface Start {
  readonly id: ExecutionId;
  readonly target: Target;
  readonly literals: ReadonlyMap<string, idl.Literal>;
}

/**
 * Whether the execution is there already: one of this name, of the same entity, with the same inputs. Then the start is
 * repeated, and the execution is its result.
 *
 * @throws `EXECUTION_NAME_TAKEN`, with what differs
 */
export async function isThere(
  { id, target, literals }: Start,
  access: ClusterAccess,
  signal: Abortable["signal"],
): Promise<boolean> {
  const { admin, config } = access.connection;
  const there = await findExecution(id, access, signal);
  if (there === undefined) return false;
  const execution = executionWords(id);
  const refuse = (differences: readonly string[]): Error =>
    errors.EXECUTION_NAME_TAKEN({ execution, consoleUrl: consoleUrlOf(config, id), differences });
  const entity = there.spec?.launchPlan;
  if (!isSameId(entity, target.id))
    throw refuse([`it is of ${idWords(entity)}, and not of ${idWords(target.id)}`]);
  const data = await admin.getExecutionData({ id: { ...id, org: "" } }, { signal });
  const what = `The inputs of ${execution}`;
  const given = await receivedLiterals({ what, whole: data.fullInputs, stored: data.inputs }, access, signal);
  const left =
    target.id.resourceType === TASK
      ? new Map<string, idl.Literal>()
      : await ownInputs(target, access, signal);
  const differences = [...differencesOf(given, literals, left)];
  if (differences.length > 0) throw refuse(differences);
  return true;
}

const TASK = 1;

function isSameId(one: idl.Identifier | undefined, other: idl.Identifier): boolean {
  return one !== undefined && isEqual(encode(Identifier, one), encode(Identifier, other));
}

function idWords(id: idl.Identifier | undefined): string {
  if (id === undefined) return "nothing";
  const kind = id.resourceType === TASK ? "task" : "launch plan";
  return `the ${kind} ${id.project}/${id.domain}/${id.name} in version ${id.version}`;
}

/** The inputs that the launch plan adds to those of a caller: its defaults, and what it has fixed. */
async function ownInputs(
  { id }: Target,
  { connection }: ClusterAccess,
  signal: Abortable["signal"],
): Promise<ReadonlyMap<string, idl.Literal>> {
  const { spec, closure } = await getLaunchPlan(connection, id, { signal });
  const defaults = [...(closure.expectedInputs?.parameters ?? [])].flatMap(([name, { behavior }]) =>
    behavior?.$case === "default" ? [[name, behavior.value] as const] : [],
  );
  return new Map([...defaults, ...(spec.fixedInputs?.literals ?? [])]);
}

function* differencesOf(
  there: ReadonlyMap<string, idl.Literal>,
  given: ReadonlyMap<string, idl.Literal>,
  added: ReadonlyMap<string, idl.Literal>,
): Iterable<string> {
  for (const name of new Set([...given.keys(), ...there.keys()])) {
    const [before, now] = [there.get(name), given.get(name) ?? added.get(name)];
    if (before !== undefined && now !== undefined && isEqual(encode(Literal, before), encode(Literal, now)))
      continue;
    yield `the input ${name} is ${literalWords(before)}, and not ${literalWords(now)}`;
  }
}

const MOST = 120;

function literalWords(literal: idl.Literal | undefined): string {
  if (literal === undefined) return "left out";
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  const value: unknown = scalar?.$case === "primitive" ? scalar.value.value?.value : undefined;
  if (typeof value === "bigint" || typeof value === "boolean" || typeof value === "number")
    return String(value);
  if (typeof value === "string")
    return JSON.stringify(value.length > MOST ? `${value.slice(0, MOST)}...` : value);
  const blob = scalar?.$case === "blob" ? scalar.value.uri : undefined;
  return blob ?? `another ${describeLiteral(literal)}`;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
