import { textOf } from "@flytekit-ts/core/errors";
import { pause, type Signal } from "@flytekit-ts/core/storage";
import type { Resource } from "@flytekit-ts/models/admin";
import type { TaskExecution_Phase } from "@flytekit-ts/models/core";
import type { AsyncConnector } from "../definition/connector.js";
import { PHASES, TERMINAL } from "../definition/phase.js";
import { createJob, deleteJob, getJob, type Job, type TaskToStart } from "../handling/operations.js";
import type { Surroundings } from "../handling/surroundings.js";
import { cleanedUp } from "./interrupts.js";

/** A job to run to its end. */
export interface JobToRun {
  readonly connector: AsyncConnector;
  readonly task: TaskToStart;
  readonly outputPrefix: string;
  readonly signal: Signal;
  /** Between two looks at it, in milliseconds. */
  readonly interval: number;
}

/**
 * Start a job, and look at it until it has ended, as the engine does. If the run ends before, or no more can be learned of
 * the job, the job is deleted.
 *
 * @throws what `callHandler` throws, and the reason of the signal
 */
export async function runJob(given: JobToRun, around: Surroundings): Promise<Resource> {
  const { connector, task, outputPrefix, signal } = given;
  const job: Job = {
    metadata: await createJob(connector, task, { outputPrefix, signal }, around),
    interface: task.template.interface,
  };
  let deleting: Promise<void> | undefined;
  const cleanUp = (): Promise<void> => (deleting ??= endJob(given, job, around));
  return cleanedUp(cleanUp, async () => {
    try {
      return await watchJob(given, job, around);
    } catch (error) {
      await cleanUp();
      throw error;
    }
  });
}

async function watchJob(given: JobToRun, job: Job, around: Surroundings): Promise<Resource> {
  const { connector, outputPrefix, signal, interval } = given;
  for (let told = ""; ;) {
    const resource = await getJob(connector, job, { outputPrefix, signal }, around);
    const phase = phaseName(resource.phase);
    const links = resource.logLinks.map(({ name, uri }) => `${name}: ${uri}`).join(", ");
    const words = [phase, resource.message, links].filter((part) => part !== "").join("; ");
    if (words !== told) around.logger.info(words);
    told = words;
    if (TERMINAL.has(phase)) return resource;
    await pause(interval, signal);
    signal.throwIfAborted();
  }
}

/** How long an end of a job may take when nobody waits for its outcome any more. */
const LAST_WORD = 10_000;

// That the job could not be ended must not hide why it was to be ended.
async function endJob({ connector, outputPrefix }: JobToRun, job: Job, around: Surroundings): Promise<void> {
  const { signal } = new AbortController();
  const bounded = { ...around, deadline: Math.min(around.deadline, LAST_WORD) };
  try {
    await deleteJob(connector, job.metadata, { outputPrefix, signal }, bounded);
  } catch (error) {
    around.logger.error(`the job may still run: ${textOf(error)}`);
  }
}

/** The name of a phase. */
export function phaseName(phase: TaskExecution_Phase): string {
  return [...PHASES].find(([, number]) => number === phase)?.[0] ?? "UNDEFINED";
}
