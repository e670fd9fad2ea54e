import type * as idl from "@flytekit-ts/models/core";
import { describeValue } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { isPlainObject } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import type { GateTarget } from "../plan/plan.js";
import { isMistake, isToStore, literalOrMistake, type ToStore } from "./literal-or-mistake.js";

/** The answers for the gates of a run, by the names of their signals. */
export type GateValues = Readonly<Record<string, unknown>>;

/**
 * Check the answers for gates against the gates that are known before the run, and return them.
 *
 * @throws `GATES_INVALID`, listing every problem.
 */
export function toGateValues(
  given: GateValues | undefined,
  gates: readonly GateTarget[],
  entity: string,
): GateValues {
  if (given === undefined) return {};
  if (!isPlainObject(given)) {
    throw errors.GATES_INVALID({
      entity,
      problems: [
        `\`gates\` must be an object with the names of signals as keys, but ${describeValue(given)} was given`,
      ],
    });
  }
  const problems = gates.flatMap((gate) => problemsOf(gate, given));
  if (problems.length > 0) throw errors.GATES_INVALID({ entity, problems: [...new Set(problems)] });
  return given;
}

/** The value of a signal as a literal, stored; or a text that says what is wrong with it. */
export async function toSignal(
  name: string,
  value: unknown,
  { gate, store }: { readonly gate: GateTarget; readonly store: ValueStore },
): Promise<idl.Literal | string> {
  const converted = toSignalOrStore(name, value, gate);
  if (typeof converted === "string" || !isToStore(converted)) return converted;
  const literal = await converted.store(store);
  return isMistake(literal) ? literal.problem : literal;
}

function toSignalOrStore(name: string, value: unknown, { type }: GateTarget): idl.Literal | ToStore | string {
  if (type === undefined) return `the type of ${name} is not known here`;
  const literal = literalOrMistake(name, () => value, type);
  return isMistake(literal) ? literal.problem : literal;
}

function problemsOf(gate: GateTarget, given: GateValues): readonly string[] {
  const { condition } = gate;
  if (condition.$case === "sleep") return [];
  const name = condition.value.signalId;
  if (!Object.hasOwn(given, name)) return [];
  const value = given[name];
  if (condition.$case === "approve") {
    return typeof value === "boolean"
      ? []
      : [`${name} should be true or false, but was ${describeValue(value)}`];
  }
  const literal = toSignalOrStore(name, value, gate);
  return typeof literal === "string" ? [literal] : [];
}
