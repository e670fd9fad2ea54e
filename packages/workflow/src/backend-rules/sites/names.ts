import type { NodeWords, OutputWords } from "./entities.js";
import type { Site } from "./site.js";
import type { Variables } from "./variables.js";

/** The inputs, nodes and outputs that bindings of one workflow can refer to. */
export interface Names {
  readonly workflow: string;
  /** Words for nodes in error messages; see `WorkflowToCheck`. */
  readonly wordsOf?: NodeWords | undefined;
  readonly outputWordsOf?: OutputWords | undefined;
  readonly inputs: Variables;
  readonly nodes: ReadonlyMap<string, Site>;
  /**
   * The outputs of nodes, under their aliases. The value is `undefined` for a node without an interface. There is no
   * entry yet for a node whose interface is being worked out.
   */
  readonly outputs: ReadonlyMap<Site, Variables | undefined>;
}
