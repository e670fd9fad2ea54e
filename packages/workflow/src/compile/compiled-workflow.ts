import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Graph } from "../graph/graph.js";
import type { Problem } from "../problem/problem.js";
import type { WorkflowEntity } from "../trace/workflow-entity.js";

/** A workflow without errors, and all that it uses. */
export interface CompiledWorkflow {
  readonly workflow: WorkflowEntity;
  readonly graph: Graph;
  /** The message that the backend registers. If no settings were given, the parts of ids are empty. */
  readonly template: idl.WorkflowTemplate;
  /** Every workflow that runs inside it, at any depth, each once, by name. */
  readonly subWorkflows: readonly CompiledWorkflow[];
  /** Every workflow used, by name. Includes those that only launch plans start. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  /** Every entity used, this workflow last: the order of registration. */
  readonly entities: readonly Entity[];
  /** Warnings about every workflow used. */
  readonly warnings: readonly Problem[];
}

/** Options of a compilation. */
export interface CompileOptions {
  /** Codes of problems that count as warnings, such as `MAP_TARGET_NEEDS_NEWER_BACKEND`. */
  readonly allow?: readonly string[] | undefined;
  /**
   * Called with each warning, unless there are errors. Without it, `serialize` passes the warnings that are not in
   * `allow` to `process.emitWarning`. The result of `compile` has all of them in `warnings`.
   */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}
