import { isDeepStrictEqual } from "node:util";
import type { Entity } from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type { GateEntity } from "@flytekit-ts/workflow/compile";

type Signal = Extract<GateEntity["condition"], { readonly $case: "signal" }>;

/** Finds the type of the value that a gate waits for, if the gate was compiled. */
export type TypeOfSignal = (signal: Signal) => RuntimeType | undefined;

/**
 * Make a function that finds the types of signals.
 *
 * Gates are not registered, so several may share a name. Those with an equal condition have the same type.
 */
export function signalTypesIn(entities: readonly Entity[]): TypeOfSignal {
  const known = new Map<string, { readonly signal: Signal; readonly type: RuntimeType | undefined }[]>();
  for (const entity of entities) {
    if (!isGate(entity) || entity.condition.$case !== "signal") continue;
    const { condition: signal, interface: declared } = entity;
    const { signalId, outputVariableName } = signal.value;
    const others = known.get(signalId) ?? [];
    if (others.some((other) => isDeepStrictEqual(other.signal, signal))) continue;
    others.push({ signal, type: declared.outputs.get(outputVariableName) });
    known.set(signalId, others);
  }
  return (signal) =>
    known.get(signal.value.signalId)?.find((other) => isDeepStrictEqual(other.signal, signal))?.type;
}

function isGate(entity: Entity): entity is GateEntity {
  return entity.kind === "gate";
}
