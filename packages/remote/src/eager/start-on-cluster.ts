import { textOf } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Signal } from "@flytekit-ts/core/storage";
import type { TaskContext } from "@flytekit-ts/core";
import { connectionErrors } from "../errors/connection-errors.js";
import { eagerErrors as errors } from "../errors/eager-errors.js";
import type { Execution } from "../executions/handle/execution.js";
import { connect } from "../remote/connect.js";
import type { Remote } from "../remote/remote.js";
import { realTiming } from "../watching/timing.js";
import { executionName } from "./execution-name.js";
import { EXECUTION_LABEL, ROOT_LABEL, ROOT_VARIABLE } from "./labels.js";
import { rateLimit } from "./rate-limit.js";
import type { Started, Starter } from "./starter.js";

// flytekit's numbers: a cluster is shared.
const STARTS_A_MINUTE = 60;
const LONGEST_PAUSE = "2 s";

/** What tests give in place of the real thing. */
export interface ClusterParts {
  readonly remote?: Remote | undefined;
  readonly timing?: typeof realTiming | undefined;
}

/**
 * Starts entities on the cluster that runs the task, in the version of the task. The environment of the container says how
 * to reach it.
 *
 * @throws `EAGER_OUTSIDE` where there is no execution, and what `connect` throws
 */
export async function startOnCluster(context: TaskContext, parts: ClusterParts = {}): Promise<Starter> {
  const { execution, task } = context;
  const { project, domain } = execution;
  if (project === "" || task.version === "") {
    const problem = "it runs in no execution of a cluster, and in no local run that could start it";
    throw errors.EAGER_OUTSIDE({ eager: task.name, problem });
  }
  const remote = parts.remote ?? (await connect({ project, domain }));
  const root = process.env[ROOT_VARIABLE] ?? execution.name;
  const common = {
    labels: { [EXECUTION_LABEL]: execution.name, [ROOT_LABEL]: root },
    envs: { [ROOT_VARIABLE]: root },
  };
  const turn = rateLimit(STARTS_A_MINUTE, parts.timing ?? realTiming);
  const counts = new Map<string, number>();
  return {
    start: async (entity, inputs, signal) => {
      const key = `${entity.kind} ${entity.name}`;
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      const name = executionName({ eager: task.name, execution: execution.name, entity, count, inputs });
      await turn(signal);
      // A reference names its own version.
      const version = entity.kind === "reference" ? undefined : task.version;
      return started(remote, entity, { inputs, options: { ...common, version, name, signal } });
    },
    close: async () => {
      if (parts.remote === undefined) await remote.close();
    },
  };
}

interface Start {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: NonNullable<Parameters<Remote["execute"]>[2]> & { readonly signal: Signal };
}

async function started(remote: Remote, entity: Entity, { inputs, options }: Start): Promise<Started> {
  const execution = await remote.execute(entity as never, inputs as never, options);
  const { signal } = options;
  const outputs = execution.wait({ pollInterval: LONGEST_PAUSE, signal }).catch(async (error: unknown) => {
    if (signal.aborted) await end(execution, `its parent ended: ${textOf(signal.reason)}`);
    throw error;
  });
  return { outputs, execution: { name: execution.id.name, url: execution.consoleUrl } };
}

async function end(execution: Execution<unknown, unknown>, cause: string): Promise<void> {
  try {
    await execution.terminate(cause);
  } catch (error) {
    // It has ended by itself.
    if (!connectionErrors.CLUSTER_REFUSED.is(error)) throw error;
  }
}
