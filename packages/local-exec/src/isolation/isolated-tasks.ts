import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import type { Isolation } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import type { Mocks } from "../mocks/mocks.js";
import type { Plan } from "../plan/plan.js";
import { errors } from "../errors.js";
import type { Execute } from "../scope/execute.js";
import { addressOf, moduleOf } from "./address.js";
import { executeIn, type Place } from "./execute-in.js";
import { loadTasks } from "./load-tasks.js";
import { type IsolatedParts, isolatedParts, isolationOf } from "./needs-isolation.js";
import type { TaskAddress } from "./protocol/messages.js";
import { loadersFor, problemOfEntry } from "./pool/loaders.js";
import { poolOf } from "./pool/pools.js";
import type { TaskPool } from "./pool/task-pool.js";
import { type IsolationOptions, type IsolationSettings, toIsolationSettings } from "./settings.js";

type Kind = "worker" | "process";

/** The tasks of a run that run isolated, if there are any. @throws `OPTION_INVALID` */
export function isolatedIn({
  entity,
  plan,
  mocks,
  options,
  concurrency,
}: {
  readonly entity: Entity;
  readonly plan: Plan;
  readonly mocks: Mocks;
  readonly concurrency: number;
  readonly options: { readonly isolation?: Isolation | IsolationOptions | undefined };
}): IsolatedTasks | undefined {
  const settings = toIsolationSettings(options.isolation, `the run of ${entity.name}`);
  const { tasks, width } = isolatedParts(plan, mocks, settings.isolation);
  if (tasks.length === 0) return undefined;
  return new IsolatedTasks(entity.name, { tasks, width: Math.min(width, concurrency) }, settings);
}

/** The isolated tasks of one run. */
export class IsolatedTasks {
  readonly #entity: string;
  readonly #tasks: readonly TaskEntity[];
  /** How many workers are worth having from the beginning. */
  readonly #width: number;
  readonly #settings: IsolationSettings;
  readonly #pools = new Map<Kind, Promise<TaskPool>>();

  constructor(entity: string, { tasks, width }: IsolatedParts, settings: IsolationSettings) {
    this.#entity = entity;
    this.#tasks = tasks;
    this.#width = Math.min(width, availableParallelism());
    this.#settings = settings;
  }

  /** Find all tasks in a worker, before any of them runs. @throws `ISOLATION_MODULE_UNLOADABLE` */
  async load(): Promise<void> {
    const problem = problemOfEntry();
    if (problem !== undefined) throw this.#unloadable(this.#tasks.map(({ name }) => `${name}: ${problem}`));
    const found = await Promise.all(
      (["worker", "process"] as const).map(async (kind) => {
        const tasks = this.#of(kind);
        return tasks.length === 0 ? [] : loadTasks(await this.#poolOf(kind), tasks, this.#width);
      }),
    );
    const problems = [...new Set(found.flat())];
    if (problems.length > 0) throw this.#unloadable(problems);
  }

  #unloadable(problems: readonly string[]): Error {
    return errors.ISOLATION_MODULE_UNLOADABLE({ entity: this.#entity, problems });
  }

  /** Executes isolated tasks where they belong, and others with `here`. */
  execute(here: Execute, run: Place["run"]): Execute {
    const { isolation, grace, memory } = this.#settings;
    const addresses = new Map<unknown, TaskAddress>();
    let folder: string | undefined;
    return (given, attempt) => {
      const { task } = given.node.target;
      const kind = isolationOf(task, isolation);
      if (kind === "none") return here(given, attempt);
      const address = addresses.get(task) ?? addressOf(task as TaskEntity);
      addresses.set(task, address);
      folder ??= dirname(dirname(attempt.store.newUri("any")));
      const place: Place = { kind, grace, memory, run, folder, address };
      return this.#poolOf(kind).then((pool) => executeIn(pool, place, given, attempt));
    };
  }

  #of(kind: Kind): readonly TaskEntity[] {
    return this.#tasks.filter((task) => isolationOf(task, this.#settings.isolation) === kind);
  }

  #poolOf(kind: Kind): Promise<TaskPool> {
    const { memory, execArgv } = this.#settings;
    const known =
      this.#pools.get(kind) ??
      poolOf({ kind, loaders: loadersFor(kind, this.#of(kind).map(moduleOf), execArgv), memory });
    this.#pools.set(kind, known);
    return known;
  }
}
