import type { ExecutionId } from "@flytekit-ts/core";
import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../../errors.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { literalsOf } from "../../values/given-inputs.js";
import { typeOf } from "../../values/untyped/type-of.js";
import { consoleUrlOf } from "../state/console-url.js";
import { executionWords } from "../state/execution-words.js";
import { type KnownSignal, knownSignals } from "./list-signals.js";

/** A signal, and what it is given. */
export interface Answer extends Abortable {
  readonly id: ExecutionId;
  readonly signalName: string;
}

/** Approves what a signal asks, or refuses it. @throws `SIGNAL_UNKNOWN`, `SIGNAL_ANSWERED`, `SIGNAL_VALUE_INVALID` */
export async function approveSignal(answer: Answer, approved: unknown, access: ClusterAccess): Promise<void> {
  const { signalName: signal } = answer;
  if (typeof approved !== "boolean")
    throw errors.SIGNAL_VALUE_INVALID({ signal, problem: "an approval is true or false" });
  const { type } = await pendingSignal(answer, access);
  if (type.type?.$case !== "simple" || type.type.value !== SimpleType.BOOLEAN) {
    const problem = `it waits for a value of type ${describeLiteralType(type)}, and not for an approval`;
    throw errors.SIGNAL_VALUE_INVALID({ signal, problem });
  }
  await setValue(answer, approved, { type, access });
}

/** Gives a signal its value. @throws `SIGNAL_UNKNOWN`, `SIGNAL_ANSWERED`, `SIGNAL_VALUE_INVALID` */
export async function setSignalValue(answer: Answer, value: unknown, access: ClusterAccess): Promise<void> {
  const { type } = await pendingSignal(answer, access);
  await setValue(answer, value, { type, access });
}

async function pendingSignal(answer: Answer, access: ClusterAccess): Promise<KnownSignal> {
  const { id, signalName } = answer;
  const known = await knownSignals(id, answer, access);
  const of = { execution: executionWords(id), consoleUrl: consoleUrlOf(access.connection.config, id) };
  const found = known.find(({ name }) => name === signalName);
  if (found === undefined) {
    // An execution that does not exist has no signals either, says flyteadmin.
    await access.connection.admin.getExecution({ id: { ...id, org: "" } }, { signal: answer.signal });
    const pending = known.filter(({ value }) => value === undefined).map(({ name }) => name);
    throw errors.SIGNAL_UNKNOWN({ ...of, signal: signalName, known: pending });
  }
  if (found.value !== undefined) throw errors.SIGNAL_ANSWERED({ ...of, signal: signalName });
  return found;
}

async function setValue(
  { id, signalName, signal }: Answer,
  value: unknown,
  { type, access }: { readonly type: idl.LiteralType; readonly access: ClusterAccess },
): Promise<void> {
  const words = `signal ${signalName}`;
  const spec = { type: resolveType(typeOf(type, "given"), words), absent: "refused" } as const;
  const target = { words, inputs: new Map([[signalName, spec]]), fixed: new Set<string>() };
  const staging = { transfers: access.transfers, project: id.project, domain: id.domain, signal };
  const literals = await inputs();
  const request = {
    id: { signalId: signalName, executionId: { ...id, org: "" } },
    value: literals.get(signalName),
  };
  await access.connection.signals.setSignal(request, { signal });

  async function inputs(): Promise<ReadonlyMap<string, idl.Literal>> {
    try {
      return await literalsOf(target, { [signalName]: value }, staging);
    } catch (error) {
      if (!errors.EXECUTION_INPUTS_INVALID.is(error)) throw error;
      const problem = error.params.problems.join("; ");
      throw errors.SIGNAL_VALUE_INVALID({ signal: signalName, problem }, { cause: error });
    }
  }
}
