import type * as idl from "@flytekit-ts/models/core";
import { type Deployment, deploymentAt } from "./deployment.js";
import { runTask, type TaskForConnector } from "./run-task.js";

/** Which services of connectors an engine asks. */
export interface ConnectorOptions {
  /** `host:port` of each. */
  readonly endpoints: readonly string[];
  /** That of the service for types that the engine is told to leave to connectors, and that none of them has. */
  readonly fallback?: string | undefined;
  /** Types that are left to connectors, whether or not one has them. */
  readonly taskTypes?: readonly string[] | undefined;
  /** How long a call may take, in milliseconds; 3 s by default. */
  readonly timeout?: number | undefined;
  /** Between two looks at a job, in milliseconds. */
  readonly interval?: number | undefined;
}

/** Who runs tasks of a type. */
interface Claim {
  readonly deployment: Deployment;
  readonly isSync: boolean;
}

/** The part of an engine that lets connectors run tasks. */
export class Connectors {
  readonly #options: ConnectorOptions;
  readonly #deployments: readonly Deployment[];
  readonly #fallback: Deployment | undefined;
  #claims: ReadonlyMap<string, Claim> = new Map();

  constructor(options: ConnectorOptions) {
    const { endpoints, fallback, timeout } = options;
    this.#options = options;
    this.#deployments = endpoints.map((endpoint) => deploymentAt(endpoint, timeout));
    this.#fallback = fallback === undefined ? undefined : deploymentAt(fallback, timeout);
  }

  /** Ask every service which types it has. The engine does so now and then; a service that is away keeps none. */
  async refresh(): Promise<void> {
    const claims = new Map<string, Claim>();
    for (const deployment of this.#deployments) {
      const { agents, timeout } = deployment;
      const listed = await agents
        .listAgents({}, { signal: AbortSignal.timeout(timeout) })
        .catch(() => undefined);
      for (const { isSync, supportedTaskCategories } of listed?.agents ?? []) {
        for (const { name, version } of supportedTaskCategories)
          claims.set(keyOf(name, version), { deployment, isSync });
      }
    }
    this.#claims = claims;
  }

  /** The types that services have, as `type version`. */
  get claimed(): readonly string[] {
    return [...this.#claims.keys()];
  }

  /** Whether connectors run tasks of this type: the version chooses which of them. */
  runs({ type }: idl.TaskTemplate): boolean {
    const isClaimed = [...this.#claims.keys()].some((key) => key.startsWith(`${type} `));
    return isClaimed || this.#options.taskTypes?.includes(type) === true;
  }

  /** Run an attempt of a task. @throws `NodeFailure` */
  async run(task: TaskForConnector, signal: AbortSignal): Promise<ReadonlyMap<string, idl.Literal>> {
    const { type, taskTypeVersion } = task.template;
    const fallback = this.#fallback ?? this.#deployments[0];
    const claim =
      this.#claims.get(keyOf(type, taskTypeVersion)) ??
      (fallback === undefined ? undefined : { deployment: fallback, isSync: false });
    if (claim === undefined) throw new Error(`no connector is there for ${type}`);
    return runTask(task, { ...claim, interval: this.#options.interval ?? 20 }, signal);
  }

  close(): void {
    for (const { channel } of this.#deployments) channel.close();
    this.#fallback?.channel.close();
  }
}

function keyOf(type: string, version: number): string {
  return `${type} ${version}`;
}
