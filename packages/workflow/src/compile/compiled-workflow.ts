import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Graph } from "../graph/graph.js";
import type { Problem } from "../problem/problem.js";
import type { WorkflowEntity } from "../trace/workflow-entity.js";

/** A workflow that holds together, and all it uses. */
export interface CompiledWorkflow {
  readonly workflow: WorkflowEntity;
  readonly graph: Graph;
  /** The message the backend registers; ids are empty where no settings were given. */
  readonly template: idl.WorkflowTemplate;
  /** Every workflow that runs inside it, at any depth, each once, by name. */
  readonly subWorkflows: readonly CompiledWorkflow[];
  /** Every workflow used, those that only launch plans start too, by name. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  /** Every entity used, this workflow last: the order of registration. */
  readonly entities: readonly Entity[];
  /** What its authors should know, of every workflow used. */
  readonly warnings: readonly Problem[];
}

/** What a compilation lets pass. */
export interface CompileOptions {
  /** Codes of problems that are taken for warnings, such as `MAP_TARGET_NEEDS_NEWER_BACKEND`. */
  readonly allow?: readonly string[] | undefined;
  /**
   * Is told each problem that is no more than a warning, where nothing is worse. Without it `serialize` gives those
   * that are not allowed to `process.emitWarning`; what `compile` returns has all in `warnings`.
   */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}
