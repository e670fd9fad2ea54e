import type { NodeWords, OutputWords } from "./entities.js";
import type { Site } from "./site.js";
import type { Variables } from "./variables.js";

/** What the bindings of one workflow can refer to. */
export interface Names {
  readonly workflow: string;
  /** What messages call nodes; see `WorkflowToCheck`. */
  readonly wordsOf?: NodeWords | undefined;
  readonly outputWordsOf?: OutputWords | undefined;
  readonly inputs: Variables;
  readonly nodes: ReadonlyMap<string, Site>;
  /**
   * What nodes give, by their aliases: `undefined` for a node that has no interface, and nothing yet for one
   * whose interface is being worked out.
   */
  readonly outputs: ReadonlyMap<Site, Variables | undefined>;
}
