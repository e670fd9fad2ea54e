import type { Signal } from "@flytekit-ts/core/storage";
import { assertBoolean, assertOptions } from "@flytekit-ts/core/tasks";
import type { Connection } from "../connection/connection.js";
import type { Change } from "./changes.js";
import { type GivenExecution, toExecutionId } from "./state/execution-id.js";
import { type NodeLog, logsOf } from "./look/logs.js";
import { type DeckLink, deckLink } from "./look/deck-link.js";
import { lookAt } from "./look/look-at.js";
import { type NodeTree, nodeTree } from "./look/node-tree.js";
import { type ExecutionSummary, summarize } from "./look/summary.js";
import { watch } from "./watch.js";
import { toWatching, type WatchOptions } from "./watch-options.js";

/** What any question about an execution takes. */
export interface LookOptions {
  readonly signal?: Signal | undefined;
}

/** Looking at executions: while they run, and when they have ended. */
export interface WatchingCalls {
  /**
   * What changes in an execution, until it has ended: phases of the execution, of nodes, attempts and items of maps, with
   * caches, logs, decks and errors, also in the executions that its launch plans start.
   *
   * It polls with growing waits, and makes at most `callsPerSecond` calls in a second, however many nodes there are. If the
   * connection breaks, it goes on when the cluster is there again. With `after`, it goes on behind a change that was told
   * before, also in another process.
   *
   * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `CURSOR_INVALID`, `CLUSTER_ENTITY_NOT_FOUND`, `CALL_ABORTED`
   * @example
   * for await (const change of remote.watch("f4a1b2c3d4"))
   *   if (change.kind === "node") console.log(change.path, change.node.phase);
   */
  watch(execution: GivenExecution, options?: WatchOptions): AsyncIterable<Change>;
  /**
   * An execution in numbers: how many nodes are in each phase, in all and inside of each node. It takes one call for each
   * node that contains others, thousand nodes, and map.
   *
   * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `CLUSTER_ENTITY_NOT_FOUND`
   */
  summary(execution: GivenExecution, options?: LookOptions): Promise<ExecutionSummary>;
  /**
   * The nodes of an execution that were reached, each with those inside it, and with their whole errors. With `tasks` it also
   * has their attempts and logs, which takes a call for each node.
   *
   * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`
   */
  nodes(
    execution: GivenExecution,
    options?: LookOptions & { readonly tasks?: boolean | undefined },
  ): Promise<readonly NodeTree[]>;
  /**
   * Where the logs of an execution are, or only those of the node at `path` and of what is inside it.
   *
   * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`
   */
  logs(
    execution: GivenExecution,
    options?: LookOptions & { readonly path?: string | undefined },
  ): Promise<readonly NodeLog[]>;
  /**
   * A link for browsers to the deck of the node at a path.
   *
   * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `NODE_NOT_THERE`
   */
  deckLink(execution: GivenExecution, path: string, options?: LookOptions): Promise<DeckLink>;
}

/** The calls that look at executions. */
export function watchingCalls(connection: Connection): WatchingCalls {
  const idOf = (execution: GivenExecution, at: string) => toExecutionId(execution, connection.config, at);
  const look = (options: LookOptions, at: string, more: readonly string[] = []) => {
    assertOptions(options, new Set(["signal", ...more]), at);
    return lookAt(connection, async (call) => call(), options.signal);
  };
  return {
    watch(execution, options = {}) {
      const id = idOf(execution, "remote.watch");
      // At once, and not when the first change is asked for.
      toWatching(options);
      return watch({ connection, id, options });
    },
    summary: async (execution, options = {}) =>
      summarize(look(options, "remote.summary"), idOf(execution, "remote.summary")),
    nodes: async (execution, options = {}) => {
      const at = "remote.nodes";
      assertBoolean(options.tasks, "tasks", at);
      return nodeTree(look(options, at, ["tasks"]), idOf(execution, at), options.tasks === true);
    },
    logs: async (execution, options = {}) =>
      logsOf(look(options, "remote.logs", ["path"]), idOf(execution, "remote.logs"), options.path),
    deckLink: async (execution, path, options = {}) => {
      const at = "remote.deckLink";
      assertOptions(options, new Set(["signal"]), at);
      return deckLink(connection, { id: idOf(execution, at), path, signal: options.signal });
    },
  };
}
