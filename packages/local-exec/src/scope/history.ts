import type { Maybe } from "./maybe.js";
import type { NodeRun, Outcome } from "./node-run.js";
import type { ScopeView } from "./scope-view.js";

/** What an earlier run left, when it is resumed or run again. */
export interface History {
  /**
   * The outcome of a node in the earlier run, if the node is still the same: then it does not run again. Tells the
   * event of it. Undefined if the node has to run. Throws the error of a node that had failed for good.
   */
  find(given: NodeRun, scope: ScopeView): Maybe<Outcome | undefined>;
  /** The node with other inputs, if its author has given it some. */
  amend?(given: NodeRun): Promise<NodeRun> | undefined;
  /** The attempts of a node that failed before. The next one has this number; one that was interrupted is made again. */
  attemptsOf(path: string): number;
  /**
   * Since when a gate already waited in the earlier run, in milliseconds since 1970: the `since` of its last
   * `node-waiting` event, if it has not ended. A gate that is resumed waits only for the rest of its time.
   */
  waitingSince?(given: NodeRun): number | undefined;
}
