import type * as idl from "@flytekit-ts/models/core";
import { describeValue } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { isPlainObject } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import type { GateTarget } from "../plan/plan.js";
import { answersIn, type GateValues } from "./scripted-answers.js";
import { isMistake, isToStore, literalOrMistake, type Mistake, type ToStore } from "./literal-or-mistake.js";

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
        `\`gates\` must be "wait" or an object with the names of signals as keys, but ${describeValue(given)} was given`,
      ],
    });
  }
  const mistakes = gates.flatMap((gate) => mistakesOf(gate, given));
  const problems = [...new Set(mistakes.map(({ problem }) => problem))];
  // One hint cannot help with several mistakes.
  const advice = problems.length === 1 ? mistakes[0]?.advice : undefined;
  if (problems.length > 0) throw errors.GATES_INVALID({ entity, problems, advice });
  return given;
}

/** The value of a signal as a literal, stored; or what is wrong with it. */
export async function toSignal(
  name: string,
  value: unknown,
  { gate, store }: { readonly gate: GateTarget; readonly store: ValueStore },
): Promise<idl.Literal | Mistake> {
  const converted = toSignalOrStore(name, value, gate);
  return isToStore(converted) ? converted.store(store) : converted;
}

function toSignalOrStore(
  name: string,
  value: unknown,
  { type }: GateTarget,
): idl.Literal | ToStore | Mistake {
  if (type === undefined) return { problem: `the type of ${name} is not known here`, advice: undefined };
  const converted = literalOrMistake(name, () => value, type);
  // What is said of an input that is missing is no advice for a gate.
  const isMissing = value === undefined && !isToStore(converted) && isMistake(converted);
  return isMissing ? { ...converted, advice: undefined } : converted;
}

function mistakesOf(gate: GateTarget, given: GateValues): readonly Mistake[] {
  const { condition } = gate;
  if (condition.$case === "sleep") return [];
  const name = condition.value.signalId;
  if (!Object.hasOwn(given, name)) return [];
  return answersIn(given[name]).flatMap((value) => mistakesIn(value, gate, name));
}

function mistakesIn(value: unknown, gate: GateTarget, name: string): readonly Mistake[] {
  if (gate.condition.$case === "approve") {
    const problem = `${name} should be true or false, but was ${describeValue(value)}`;
    return typeof value === "boolean" ? [] : [{ problem, advice: undefined }];
  }
  const literal = toSignalOrStore(name, value, gate);
  return !isToStore(literal) && isMistake(literal) ? [literal] : [];
}
