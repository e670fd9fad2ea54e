import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "../../values/literals.js";
import type { NodeRecord } from "../records.js";
import type { Scope } from "../scope.js";

/** A task that is to be executed: for its node, or for an item of a map. */
export interface TaskCall {
  readonly scope: Scope;
  /** What bounds its attempts, and overrides its container. */
  readonly node: idl.Node;
  readonly task: idl.TaskTemplate;
  /** As the engine knows it; an item of a map has one of its own. */
  readonly uniqueId: string;
  /** Its node: of an item, the map. */
  readonly owner: Readonly<NodeRecord>;
  readonly item: number | undefined;
  /** The folder of its attempts. */
  readonly dir: string;
  readonly inputUri: string;
  /** What it is given: of an item its own part of the lists, which all are in the file. */
  readonly inputs: Literals;
  readonly env: Readonly<Record<string, string>>;
  /** Of an earlier execution. */
  readonly checkpoint: string | undefined;
  readonly onAttempt: (attempt: number, checkpoint: string) => void;
}

/** What an attempt of a task left: outputs, or nodes that make them. */
export type TaskEnd =
  | { readonly kind: "outputs"; readonly outputs: Literals }
  | { readonly kind: "nodes"; readonly spec: idl.DynamicJobSpec };
