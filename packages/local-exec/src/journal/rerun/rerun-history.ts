import type { Literals } from "@flytekit-ts/core/tasks";
import type { History } from "../../scope/history.js";
import type { Maybe } from "../../scope/maybe.js";
import type { NodeRun, Outcome } from "../../scope/node-run.js";
import type { ScopeView } from "../../scope/scope-view.js";
import { tellSucceeded } from "../../scope/tell.js";
import { graphPrefixOf, parentOf } from "./graph-prefix.js";

/** What an author gives for the values of a node. */
export interface Amending {
  /** The path of the node. */
  readonly from: string;
  /** Literals of the inputs that are given, if there are some. */
  inputs(given: NodeRun): Promise<Literals> | undefined;
  /** Literals of all outputs, if they are given. Then the node does not run. */
  outputs(given: NodeRun): Promise<Literals> | undefined;
}

/**
 * What a run that repeats another in part takes from it.
 *
 * R1. The node `from` runs, or has the outputs that were given for it. So does everything that comes after it: what is
 *     downstream in its graph, then what is downstream of the node around that graph, and so on outwards.
 * R2. Nodes that contain such a node are entered. What is in a node that runs because of R1 runs, too.
 * R3. All other nodes have the outcomes of the other run, if they are still the same.
 */
export class RerunHistory implements History {
  readonly #earlier: History;
  readonly #amending: Amending;
  /** Nodes whose outcome is a new one. */
  readonly #touched = new Set<string>();
  /** Those of them in which everything runs. */
  readonly #whole = new Set<string>();

  constructor(earlier: History, amending: Amending) {
    this.#earlier = earlier;
    this.#amending = amending;
    this.#touch(amending.from);
  }

  find(given: NodeRun, scope: ScopeView): Maybe<Outcome | undefined> {
    const { path } = given;
    if (path === this.#amending.from) {
      this.#whole.add(path);
      return this.#amending.outputs(given)?.then((outputs) => this.#given(given, scope, outputs));
    }
    if (this.#isAfter(given)) {
      this.#whole.add(path);
      this.#touch(path);
      return undefined;
    }
    return this.#touched.has(path) ? undefined : this.#earlier.find(given, scope);
  }

  amend(given: NodeRun): Promise<NodeRun> | undefined {
    if (given.path !== this.#amending.from) return undefined;
    return this.#amending
      .inputs(given)
      ?.then((inputs) => ({ ...given, inputs: new Map([...given.inputs, ...inputs]) }));
  }

  // Its attempts are its own.
  attemptsOf(): number {
    return 0;
  }

  async #given(given: NodeRun, scope: ScopeView, outputs: Literals): Promise<Outcome> {
    await tellSucceeded(given, { attempt: 0, outputs, duration: 0 }, scope);
    return outputs;
  }

  #isAfter({ node, path }: NodeRun): boolean {
    const parent = parentOf(path);
    if (parent !== undefined && this.#whole.has(parent)) return true;
    const prefix = graphPrefixOf(path);
    return node.message.upstreamNodeIds.some((id) => this.#touched.has(prefix + id));
  }

  #touch(path: string): void {
    for (let each: string | undefined = path; each !== undefined; each = parentOf(each))
      this.#touched.add(each);
  }
}
