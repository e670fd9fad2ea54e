import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import { type Answer, NoAnswer } from "../gates/open-gates.js";
import { typeInWords } from "../gates/run-gates.js";
import { toSignal } from "../given/gate-values.js";
import { isMistake } from "../given/literal-or-mistake.js";
import type { ScriptedAnswer } from "../given/scripted-answers.js";
import type { GateTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { sinceOf, timeoutOf } from "./gate-until.js";
import { afterUntil, type Wait, waitAtGate } from "./wait-at-gate.js";

type Given = NodeRun<GateTarget>;

/** Whether a value is approved. @throws `GATE_NOT_SCRIPTED`, `GATE_TIMED_OUT` */
export async function approvalOf(given: Given, signal: string, scope: Scope): Promise<boolean> {
  const scripted = scope.run.gates.scripted.take(signal);
  if (scripted === undefined) return (await openAnswer(given, signal, scope)) === true;
  await comes(given, { signal, scripted }, scope);
  return scripted.value === true;
}

/** The value that somebody gave. @throws `GATE_NOT_SCRIPTED`, `GATE_TIMED_OUT`, `GATES_INVALID` */
export async function inputOf(given: Given, signal: string, scope: Scope): Promise<idl.Literal> {
  const { gates, store } = scope.run;
  const scripted = gates.scripted.take(signal);
  if (scripted === undefined) return (await openAnswer(given, signal, scope)) as idl.Literal;
  await comes(given, { signal, scripted }, scope);
  const literal = await toSignal(signal, scripted.value, { gate: given.node.target, store });
  if (!isMistake(literal)) return literal;
  const { problem, advice } = literal;
  throw errors.GATES_INVALID({ entity: `Node ${given.path}`, problems: [problem], advice });
}

interface Scripted {
  readonly signal: string;
  readonly scripted: ScriptedAnswer;
}

/** Wait until an answer that was given beforehand comes. */
async function comes(given: Given, { signal, scripted: { after } }: Scripted, scope: Scope): Promise<void> {
  if (after === 0) return;
  const begin: Wait<void>["begin"] = (done) => afterUntil(scope.run.clock.now() + after, done, scope);
  await waitAtGate(given, waitOf(given, signal, { begin, scope }), scope);
}

/** Wait until somebody answers. */
async function openAnswer(given: Given, signal: string, scope: Scope): Promise<Answer> {
  const { open, scripted } = scope.run.gates;
  const { path, node } = given;
  if (open === undefined) {
    throw errors.GATE_NOT_SCRIPTED({ gate: signal, node: path, scripted: Object.keys(scripted.values) });
  }
  const { type } = node.target;
  const begin: Wait<Answer | NoAnswer>["begin"] = (take) => {
    const { for: kind, ...rest } = wait.gate;
    const valueType = kind === "approval" || type === undefined ? {} : { valueType: type };
    const gate = { node: path, executionId: scope.executionId, kind, ...rest, ...valueType };
    return open.open({ gate, target: node.target, take });
  };
  const wait = waitOf(given, signal, { begin, scope });
  const answer = await waitAtGate(given, wait, scope);
  if (answer instanceof NoAnswer) throw answer.error;
  return answer;
}

interface Waiting<T> {
  readonly begin: Wait<T>["begin"];
  readonly scope: Scope;
}

function waitOf<T>(given: Given, signal: string, { begin, scope }: Waiting<T>) {
  const { path, node } = given;
  const since = sinceOf(given, scope);
  const timeout = timeoutOf(given, since);
  const times = { signal, since, ...(timeout === undefined ? {} : { until: timeout.at }) };
  const late = (): Error =>
    errors.GATE_TIMED_OUT({ gate: signal, node: path, milliseconds: timeout?.span ?? 0 });
  const gate =
    node.target.condition.$case === "approve"
      ? ({ for: "approval", ...times } as const)
      : ({ for: "input", type: typeInWords(node.target), ...times } as const);
  return { gate, begin, late };
}
