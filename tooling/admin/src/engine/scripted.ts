import { encode } from "@flytekit-ts/models";
import {
  ContainerError_Kind,
  ErrorDocument,
  ExecutionError_ErrorKind,
  type Literal,
  LiteralMap,
  type TaskTemplate,
} from "@flytekit-ts/models/core";
import { plainInputs } from "./plain-inputs.js";
import {
  type DataStore,
  joinUri,
  literalOfJson,
  NodeFailure,
  type Pod,
  type PodEnd,
  type PodRunner,
} from "@flytekit-ts/propeller";

/** What a function in place of a task gives: values by the names of its outputs, or literals. */
export type ScriptedOutputs = Readonly<Record<string, unknown>> | ReadonlyMap<string, Literal>;

/**
 * A function in place of a task. It gets plain values: integers as numbers, times as their message, what is no plain value as its
 * literal. It fails the attempt by throwing: `NodeFailure` with a code of its own, and whether it is
 * retried.
 */
export type Script = (
  inputs: Readonly<Record<string, unknown>>,
  pod: Pod,
  signal: AbortSignal,
) => ScriptedOutputs | void | Promise<ScriptedOutputs | void>;

/** Runs tasks as functions of this process, by the names of the tasks: thousands of nodes without a single process. */
export function scripted(scripts: Readonly<Record<string, Script>>): (store: DataStore) => PodRunner {
  return (store) => ({
    run: async (pod, signal): Promise<PodEnd> => {
      const name = pod.task.id?.name ?? "";
      const script = scripts[name];
      if (script === undefined) return { exitCode: 1, log: `there is no script for the task ${name}` };
      try {
        await writeOutputs(store, pod, (await script(plainInputs(pod.inputs), pod, signal)) ?? {});
      } catch (error) {
        signal.throwIfAborted();
        await writeError(store, pod, error);
      }
      return { exitCode: 0, log: "" };
    },
  });
}

async function writeOutputs(store: DataStore, pod: Pod, outputs: ScriptedOutputs): Promise<void> {
  const literals =
    outputs instanceof Map ? (outputs as ReadonlyMap<string, Literal>) : literalsOf(pod, outputs);
  const bytes = encode(LiteralMap, { literals: new Map(literals) });
  await store.write(joinUri(pod.outputPrefix, "outputs.pb"), bytes);
}

function literalsOf({ task, item }: Pod, values: ScriptedOutputs): Map<string, Literal> {
  return new Map(
    Object.entries(values).map(([name, value]) => [
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

async function writeError(store: DataStore, { outputPrefix }: Pod, thrown: unknown): Promise<void> {
  const isFailure = thrown instanceof NodeFailure;
  const { code, message, kind } = isFailure
    ? thrown.failure
    : { code: "USER:RuntimeError", message: String(thrown), kind: "USER" as const };
  const retryable = isFailure && thrown.isRetryable;
  const error = {
    code,
    message,
    kind: retryable ? ContainerError_Kind.RECOVERABLE : ContainerError_Kind.NON_RECOVERABLE,
    origin: ExecutionError_ErrorKind[kind],
  };
  const bytes = encode(ErrorDocument, ErrorDocument.create({ error }));
  await store.write(joinUri(outputPrefix, "error.pb"), bytes);
}
