import { describeValue } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";
import { toSignal } from "../given/gate-values.js";
import { isMistake } from "../given/literal-or-mistake.js";
import type { ScriptedAnswers } from "../given/scripted-answers.js";
import type { GateTarget } from "../plan/plan.js";
import type { OpenGates } from "./open-gates.js";

/** What the gates of a run do. */
export interface RunGates {
  /** The answers that were given with the options of the run. */
  readonly scripted: ScriptedAnswers;
  /** The gates that wait for an answer. Undefined if a gate without an answer fails. */
  readonly open: OpenGates | undefined;
  /** Whether a `sleep` takes its time. It does on a clock that the run was given. */
  readonly sleeps: boolean;
}

/** The gates that an answer can be given to. @throws `GATE_ANSWER_INVALID` */
function openOf(
  { open, scripted }: RunGates,
  id: unknown,
): { readonly open: OpenGates; readonly gate: string } {
  if (typeof id !== "string") {
    const advice = "Give the name of the gate's signal, or the path of its node.";
    throw errors.GATE_ANSWER_INVALID({
      gate: "without a name",
      problem: `its name is ${describeValue(id)}`,
      advice,
    });
  }
  if (open === undefined) {
    const advice = 'Start the run with the option `gates: "wait"`.';
    throw errors.GATE_ANSWER_INVALID({ gate: id, problem: "the gates of this run do not wait", advice });
  }
  if (Object.hasOwn(scripted.values, id)) {
    const advice = "Leave it out of the option `answers` if it is answered while the run goes on.";
    throw errors.GATE_ANSWER_INVALID({
      gate: id,
      problem: "the option `answers` of the run has its answer",
      advice,
    });
  }
  return { open, gate: id };
}

/** Approve or refuse what a gate waits for. @throws `GATE_UNKNOWN`, `GATE_CLOSED`, `GATE_ANSWER_INVALID` */
export function approveGate(gates: RunGates, id: unknown, approved: unknown): void {
  const { open, gate } = openOf(gates, id);
  if (typeof approved !== "boolean") {
    const problem = `\`approved\` should be true or false, but was ${describeValue(approved)}`;
    throw errors.GATE_ANSWER_INVALID({ gate, problem });
  }
  const { target, give, release } = open.find(gate);
  if (target.condition.$case === "approve") return give(approved);
  release();
  const advice = "Give the value with `run.setInput(gate, value)`.";
  throw errors.GATE_ANSWER_INVALID({
    gate,
    problem: `it waits for ${typeInWords(target)}, not for an approval`,
    advice,
  });
}

/** Let a gate fail that waits for an answer which nobody gives. @throws `GATE_UNKNOWN`, `GATE_CLOSED`, `GATE_ANSWER_INVALID` */
export function failGate(gates: RunGates, id: unknown, cause: unknown): void {
  const { open, gate } = openOf(gates, id);
  open.leave(gate, toFlytekitError(cause));
}

/** A value for a gate that waits for one, with its name and the store for what it holds. */
export interface GivenInput {
  readonly id: unknown;
  readonly value: unknown;
  readonly store: ValueStore;
}

/** Give a gate its value. @throws `GATE_UNKNOWN`, `GATE_CLOSED`, `GATE_ANSWER_INVALID` */
export async function setGateInput(gates: RunGates, { id, value, store }: GivenInput): Promise<void> {
  const { open, gate } = openOf(gates, id);
  const { target, give, release } = open.find(gate);
  try {
    if (target.condition.$case !== "signal") {
      const advice = "Answer with `run.approve(gate, true)`, or false to refuse.";
      throw errors.GATE_ANSWER_INVALID({
        gate,
        problem: "it waits for an approval, not for a value",
        advice,
      });
    }
    const literal = await toSignal(gate, value, { gate: target, store });
    if (isMistake(literal)) throw errors.GATE_ANSWER_INVALID({ gate, ...literal });
    give(literal);
  } catch (error) {
    release();
    throw error;
  }
}

/** The type of the value that a gate waits for, in words. */
export function typeInWords({ type }: GateTarget): string {
  return type?.transformer.words ?? "a value";
}
