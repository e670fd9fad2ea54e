import { SecretMasker } from "@flytekit-ts/core/context";
import { NonRecoverableError } from "@flytekit-ts/core/errors";
import { decodeMessage } from "@flytekit-ts/core/literals";
import { byteChunks, loadLiterals, localStore, storageFor, storeLiterals } from "@flytekit-ts/core/storage";
import { type Literals, lowerTask, type TaskContext, type TaskEntity } from "@flytekit-ts/core/tasks";
import type { Resource } from "@flytekit-ts/models/admin";
import { LiteralMap } from "@flytekit-ts/models/core";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { type Connector, connectorWords } from "../definition/connector.js";
import { doTask } from "../handling/operations.js";
import { maskedLogger, type Surroundings } from "../handling/surroundings.js";
import { phaseName, runJob } from "./run-job.js";

/** A task that a connector runs here, and how. */
export interface LocalTask {
  readonly task: TaskEntity;
  readonly connector: Connector;
  /** Between two looks at a job, in milliseconds. */
  readonly interval: number;
}

const NOWHERE = { project: "", domain: "", version: "", image: "" };
/** A call may take as long as the task: its own timeout bounds it. */
const UNBOUNDED = 2 ** 31 - 1;

/**
 * Run a task by its connector in this process, as the engine does by a connector that is served.
 *
 * @returns the outputs as the function of a task returns them
 * @throws `CONNECTOR_TASK_FAILED` if the job fails (for a failure for good, inside a `NonRecoverableError`), and what
 * `callHandler` throws
 */
export async function runConnector(
  { task, connector, interval }: LocalTask,
  inputs: Readonly<Record<string, unknown>>,
  context: TaskContext,
): Promise<unknown> {
  const masker = new SecretMasker();
  const logger = maskedLogger(context.logger, masker);
  const around: Surroundings = { logger, masker, storages: [], isLocal: true, deadline: UNBOUNDED };
  const store = localStore({ folder: context.prefixes.rawOutputs });
  const literals = await storeLiterals(task.interface.inputs, inputs, store);
  const values = hasTypesOf(task, connector) ? inputs : undefined;
  const started = { template: lowerTask(task, NOWHERE), literals, execution: undefined, values };
  const { signal } = context;
  const outputPrefix = context.prefixes.outputs;
  const resource =
    connector.kind === "sync"
      ? await doTask(connector, started, { outputPrefix, signal }, around)
      : await runJob({ connector, task: started, outputPrefix, signal, interval }, around);
  if (phaseName(resource.phase) !== "SUCCEEDED") throw failureOf(task, connector, resource);
  return valuesOf(task, await outputsOf(task, resource, outputPrefix));
}

/** Whether the task's values are also those of the connector: files among them know where they are read from. */
function hasTypesOf({ interface: { inputs } }: TaskEntity, connector: Connector): boolean {
  const { isDeepStrictEqual } = process.getBuiltinModule("node:util");
  const wanted = connector.inputs ?? inputs;
  return [...wanted].every(([name, { transformer }]) => {
    const given = inputs.get(name)?.transformer;
    return (
      given?.words === transformer.words && isDeepStrictEqual(given.literalType, transformer.literalType)
    );
  });
}

function failureOf(
  { name }: TaskEntity,
  connector: Connector,
  { phase, message, agentError }: Resource,
): Error {
  const said = message === "" ? "nothing" : message;
  const code = agentError?.code ?? "TaskFailedWithError";
  const words = phaseName(phase);
  const params = { task: name, connector: connectorWords(connector), phase: words, code, said };
  const failure = errors.CONNECTOR_TASK_FAILED(params);
  return words === "RETRYABLE_FAILED" ? failure : new NonRecoverableError(failure.text, { cause: failure });
}

/** What the connector returned, or else what the job wrote. */
async function outputsOf(task: TaskEntity, { outputs }: Resource, prefix: string): Promise<Literals> {
  if (outputs !== undefined) return outputs.literals;
  if (task.interface.outputs.size === 0) return new Map();
  const uri = `${prefix}/outputs.pb`;
  const parts: Uint8Array[] = [];
  for await (const part of byteChunks(storageFor(uri, []).read(uri), uri)) parts.push(part);
  return decodeMessage("outputs.pb", LiteralMap, Buffer.concat(parts)).literals;
}

async function valuesOf({ interface: declared }: TaskEntity, literals: Literals): Promise<unknown> {
  const { outputs, outputStyle } = declared;
  if (outputStyle === "void") return undefined;
  const values = await loadLiterals(outputs, literals, localStore());
  return outputStyle === "bare" ? Object.values(values)[0] : values;
}
