import type { Literal, TaskTemplate } from "@flytekit-ts/models/core";
import { type DataStore, literalOfJson, type Pod, type PodEnd, type PodRunner } from "@flytekit-ts/propeller";
import { leaveError, leaveOutputs } from "./left-files.js";
import { namesOf } from "./names-of.js";
import { plainInputs } from "./plain-inputs.js";

/** What a function in place of a task gives: values by the names of its outputs, or literals. */
export type ScriptedOutputs = Readonly<Record<string, unknown>> | ReadonlyMap<string, Literal>;

/**
 * A function in place of a task. It gets plain values: integers as numbers, times as their message, what is no plain value as its
 * literal. It fails the attempt by throwing: `NodeFailure` with a code of its own, and whether it is retried.
 */
export type Script = (
  inputs: Readonly<Record<string, unknown>>,
  pod: Pod,
  signal: AbortSignal,
) => ScriptedOutputs | void | Promise<ScriptedOutputs | void>;

/** Runs tasks as functions of this process, by the names of the tasks: thousands of nodes without a single process. */
export function scripted(scripts: Readonly<Record<string, Script>>): (store: DataStore) => PodRunner {
  const known = new Map(Object.entries(scripts));
  return (store) => ({
    run: async (pod, signal): Promise<PodEnd> => {
      const names = namesOf(pod);
      const script = names.flatMap((name) => known.get(name) ?? [])[0];
      if (script === undefined) return { exitCode: 1, log: `there is no script for the task ${names[0]}` };
      try {
        const outputs = (await script(plainInputs(pod.inputs), pod, signal)) ?? {};
        await leaveOutputs(store, pod, literalsOf(pod, outputs));
      } catch (error) {
        signal.throwIfAborted();
        await leaveError(store, pod, error);
      }
      return { exitCode: 0, log: "" };
    },
  });
}

function literalsOf({ task, item }: Pod, outputs: ScriptedOutputs): ReadonlyMap<string, Literal> {
  if (outputs instanceof Map) return outputs as ReadonlyMap<string, Literal>;
  return new Map(
    Object.entries(outputs).map(([name, value]) => [
      name,
      literalOfJson(typeOf(task, name, item), value, name),
    ]),
  );
}

/** The type of an output. What a task of a map declares are lists of what its items give. */
function typeOf({ interface: declared, id }: TaskTemplate, name: string, item: number | undefined) {
  const type = declared?.outputs?.variables.get(name)?.type;
  if (type === undefined) throw new TypeError(`the task ${id?.name} has no output ${name}`);
  return item !== undefined && type.type?.$case === "collectionType" ? type.type.value : type;
}
