import type { Entity, Inputs, Out, OutSpec, Result, Shape, Typed, TypeLike, Values } from "@flytekit-ts/core";
import type { EntityArguments } from "@flytekit-ts/core/graph";
import type { Storage } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { type GivenExecution, toExecutionId } from "../watching/state/execution-id.js";
import type { Connection } from "../connection/connection.js";
import type { Listing } from "../entities/query/listing.js";
import { abortable } from "../values/abortable.js";
import type { Abortable, ClusterAccess } from "../values/cluster-access.js";
import { signedTransfers } from "../values/transfers/signed-transfers.js";
import { realTiming } from "../watching/timing.js";
import type { Backfill } from "./backfill/backfill.js";
import type { BackfillOptions } from "./backfill/backfill-options.js";
import { type FlyteData, getData, type GetOptions } from "./get/get-data.js";
import { type ExecutionQuery, type ListedExecution, listExecutions } from "./list/list-executions.js";
import type { Execution, UnknownValues } from "./handle/execution.js";
import { executionOf } from "./handle/execution-of.js";
import { entityWithTypes } from "./handle/entity-with-types.js";
import type { ExecuteOptions } from "./start/execute-options.js";
import type { ClusterInterface } from "./start/executable-interface.js";
import type { ExecutableReference } from "./start/resolve-target.js";

/** Starting executions, and what may be done with them. */
export interface ExecutionCalls {
  /**
   * Starts an execution of an entity: a task, a workflow (through the launch plan of its name), a launch plan, or a reference
   * to one. All of it is checked before anything is sent. Files and datasets among the inputs are uploaded.
   *
   * An entity of this program has to be registered already. Without `version` its newest version is executed.
   *
   * @throws `EXECUTION_INPUTS_INVALID`, `EXECUTION_OPTIONS_INVALID`, `EXECUTION_NAME_INVALID`, `EXECUTION_NAME_TAKEN`,
   * `EXECUTION_NOT_STARTED`, `EXECUTION_INPUTS_TOO_LARGE`, `ENTITY_NOT_EXECUTABLE`, `OPTION_INVALID`, `OPTION_UNKNOWN`,
   * `CLUSTER_ENTITY_NOT_FOUND`, `CLUSTER_REFUSED`
   * @example
   * const execution = await remote.execute(harvest, { field: "north" }, { namePrefix: "nightly" });
   * const { weight } = await execution.wait({ timeout: "2 hours" });
   */
  execute<I extends Shape, O extends OutSpec, const G extends Inputs<I> = Inputs<I>>(
    entity: Typed<I, O>,
    ...[inputs, options]: EntityArguments<I, G, ExecuteOptions>
  ): Promise<Execution<Result<O>, Values<I>>>;
  /** Starts an execution of an entity of which only the cluster knows the types. Inputs are checked against those. */
  execute(entity: ExecutableReference, inputs?: UnknownValues, options?: ExecuteOptions): Promise<Execution>;
  /**
   * What an entity of the cluster takes and gives, with the types that `execute` checks inputs against: for programs that ask
   * a person for them.
   *
   * @throws `OPTION_INVALID`, `CLUSTER_ENTITY_NOT_FOUND`
   */
  interfaceOf(entity: ExecutableReference, options?: Abortable): Promise<ClusterInterface>;
  /** An execution by its id, or by its name where project and domain are configured. Nothing is asked yet. @throws `OPTION_INVALID` */
  execution(execution: GivenExecution): Execution;
  /** The same, with the types of the entity that it is an execution of. */
  execution<I extends Shape, O extends OutSpec>(
    execution: GivenExecution,
    entity: Typed<I, O>,
  ): Execution<Result<O>, Values<I>>;
  /**
   * Executes a launch plan for the times of its cron schedule between two dates, both left out: as one workflow, with a node
   * for each time. The input that the schedule gives its time gets each of them.
   *
   * The same backfill has the same version, and with `name` the same execution, so it may be repeated.
   *
   * @throws `BACKFILL_INVALID` for plans without a cron schedule, and for no times or more than 100; the errors of `register`
   * and `execute`
   * @example
   * await remote.backfill(nightly, { from: new Date("2026-05-01"), to: new Date("2026-06-01"), parallel: true });
   */
  backfill(plan: Entity | ExecutableReference, options: BackfillOptions): Promise<Backfill>;
  /**
   * The executions of a project and domain, the newest first. Archived ones are among them.
   *
   * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`
   */
  executions(query?: ExecutionQuery): Listing<ListedExecution>;
  /**
   * What is at a `flyte://` address, such as the console shows: values, literals, or links to a deck. With `type`, the one
   * value that the address names.
   *
   * @throws `FLYTE_URL_INVALID`, `CLUSTER_ENTITY_NOT_FOUND`, `EXECUTION_VALUES_UNREADABLE`
   * @example
   * await remote.get("flyte://v1/orchard/development/nightly/n0/o/weight", { type: t.float() });
   */
  get<X extends TypeLike>(url: string, options: GetOptions & { readonly type: X }): Promise<Out<X>>;
  get(url: string, options?: Abortable): Promise<FlyteData>;
}

const REFERENCE: ReadonlySet<string> = new Set(["kind", "name", "version", "project", "domain"]);

/** What the calls of executions may be given besides a connection. */
export interface ExecutionParts {
  /** Storages for files and datasets. What none of them is for is read through links that the cluster signs. */
  readonly storages?: readonly Storage[] | undefined;
  readonly timing?: ClusterAccess["timing"] | undefined;
}

/** The calls about executions, over a connection. */
export function executionCalls(connection: Connection, parts: ExecutionParts = {}): ExecutionCalls {
  const { storages = [], timing = realTiming } = parts;
  const access: ClusterAccess = { connection, storages, timing, transfers: signedTransfers(connection) };
  const calls = {
    async execute(given: unknown, inputs: unknown = {}, options: ExecuteOptions = {}) {
      // Those who look at executions need not wait for what checks and compiles.
      const { startExecution } = await import("./start/execute.js");
      const { id, target } = await startExecution(given, inputs, { options, access });
      return executionOf(id, target.entity, access);
    },
    async interfaceOf(entity: ExecutableReference, options: Abortable = {}) {
      const at = "remote.interfaceOf";
      assertOptions(entity, REFERENCE, `the reference of ${at}`);
      const { signal } = abortable(options, at);
      const { executableInterface } = await import("./start/executable-interface.js");
      return executableInterface(connection, entity, { signal });
    },
    execution: (given: GivenExecution, entity?: unknown) =>
      executionOf(
        toExecutionId(given, connection.config, "remote.execution"),
        entityWithTypes(entity),
        access,
      ),
    async backfill(plan: unknown, options: BackfillOptions) {
      const { backfill } = await import("./backfill/backfill.js");
      return backfill(plan, options, access);
    },
    executions: (query: ExecutionQuery = {}) => listExecutions(query, access),
    get: async (url: string, options: GetOptions = {}) => getData(url, options, access),
  };
  return calls as ExecutionCalls;
}
