import { setTimeout as sleep } from "node:timers/promises";
import type * as idl from "@flytekit-ts/models/core";
import { LiteralType, SimpleType } from "@flytekit-ts/models/core";
import { userFailure } from "../../values/failure.js";
import { type Literals, primitiveOf } from "../../values/literals.js";
import type { Awaited, Hooks } from "../hooks.js";
import type { Scope } from "../scope.js";

const BOOLEAN = LiteralType.create({ type: { $case: "simple", value: SimpleType.BOOLEAN } });

/** Wait at a gate: for time, or for the answer that the request of the execution holds. @throws `ReceivedRejectSignal` */
export async function runGate(
  { execution, signal }: Scope,
  { metadata }: idl.Node,
  gate: idl.GateNode,
  inputs: Literals,
): Promise<Literals> {
  const { signals } = execution.request;
  const { answer } = execution.options.hooks;
  const waiting = { signals, answer, signal, isEndless: metadata?.timeout === undefined };
  const { condition } = gate;
  switch (condition?.$case) {
    case "sleep": {
      const { seconds, nanos } = condition.value.duration ?? { seconds: 0n, nanos: 0 };
      await sleep(Number(seconds) * 1000 + nanos / 1e6, undefined, { signal });
      return new Map();
    }
    case "signal": {
      const { signalId, type = BOOLEAN, outputVariableName } = condition.value;
      return new Map([[outputVariableName, await answerOf({ id: signalId, type }, waiting)]]);
    }
    case "approve": {
      const answer = primitiveOf(await answerOf({ id: condition.value.signalId, type: BOOLEAN }, waiting));
      if (answer?.$case === "boolean" && answer.value) return inputs;
      throw userFailure(
        "ReceivedRejectSignal",
        "received a reject signal to disapprove the node input values",
      );
    }
    case undefined:
    default:
      throw userFailure("NoConditionFound", "a gate waits for nothing");
  }
}

interface Waiting {
  readonly signals: Literals;
  readonly answer: Hooks["answer"];
  readonly signal: AbortSignal;
  readonly isEndless: boolean;
}

// Without an answer a gate waits until its time is over, as it would for a person who never comes.
async function answerOf(awaited: Awaited, waiting: Waiting): Promise<idl.Literal> {
  const { signals, answer, signal, isEndless } = waiting;
  const { id } = awaited;
  const given = signals.get(id);
  if (given !== undefined) return given;
  if (answer !== undefined) return answer(awaited, signal);
  if (isEndless) throw new Error(`the gate ${id} waits without end: the execution has no answer for it`);
  signal.throwIfAborted();
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
