import type * as idl from "@flytekit-ts/models/core";
import type { GraphPlace } from "../model/graph-node.js";
import type { Declared } from "./declared.js";

/** What only the author's code says of a node, and no message. */
export interface Authored {
  /** What a map runs for each item: the message only has a name that was made of it. */
  readonly target?: string | undefined;
  /** The interface of what the node runs, also where no message has it: of gates and references. */
  readonly interface?: Declared | undefined;
  readonly place?: GraphPlace | undefined;
  readonly docs?: string | undefined;
  /** Whether the task makes a graph when it runs. */
  readonly isDynamic?: boolean | undefined;
  /** The entities that it may call when it runs. */
  readonly uses?: readonly string[] | undefined;
  /** Whether it is registered already, elsewhere. */
  readonly isReference?: boolean | undefined;
}

/** A launch plan: the workflow that it starts, and the inputs that it fixes. */
export interface Plan {
  readonly workflow: idl.Identifier | undefined;
  readonly fixed: ReadonlyMap<string, idl.Literal>;
  readonly schedule?: string | undefined;
  readonly interface?: Declared | undefined;
}

/** What the code of a workflow says: what it takes and gives, where it is written, and what its author says of it. */
export type AuthoredWorkflow = Pick<Authored, "interface" | "place" | "docs">;

/** Where messages are looked up while a graph is read: among what was compiled, kept or registered. */
export interface Sources {
  workflow(id: idl.Identifier): idl.WorkflowTemplate | undefined;
  task(id: idl.Identifier): idl.TaskTemplate | undefined;
  plan(id: idl.Identifier): Plan | undefined;
  /** What the author's code says of a node, by the workflow's name and the node's id. */
  authored(workflow: string, nodeId: string): Authored | undefined;
  authoredWorkflow(workflow: string): AuthoredWorkflow | undefined;
}
