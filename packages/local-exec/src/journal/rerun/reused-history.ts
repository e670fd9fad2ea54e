import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { isTask } from "@flytekit-ts/core/tasks";
import { areEqual } from "../format/literals.js";
import type { RecordedLiterals } from "../format/records.js";
import { JournalHistory, type Recalling } from "../past/journal-history.js";
import type { History } from "../../scope/history.js";
import type { Maybe } from "../../scope/maybe.js";
import type { NodeRun, Outcome } from "../../scope/node-run.js";
import type { ScopeView } from "../../scope/scope-view.js";

/**
 * What a new run takes from an earlier one whose graph may have been another.
 *
 * U1. A task is taken if it is the same, and had the same inputs: where it is in the graph does not count, since the ids of nodes
 *     change with every call that is put before them. Each outcome is taken once; that of the same path comes first.
 * U2. What has nodes inside is entered, and they are looked up one by one.
 * U3. Answers of gates are taken where they are still asked for.
 */
export class ReusedHistory implements History {
  readonly #recalling: Recalling;
  readonly #earlier: History;
  readonly #isSame: (task: TaskEntity) => boolean;
  /** Paths of the earlier run whose outcomes are taken. */
  readonly #taken = new Set<string>();

  constructor(recalling: Recalling, isSame: (task: TaskEntity) => boolean) {
    this.#recalling = recalling;
    this.#earlier = new JournalHistory(recalling);
    this.#isSame = isSame;
  }

  find(given: NodeRun, scope: ScopeView): Maybe<Outcome | undefined> {
    const { target } = given.node;
    if (target.kind === "gate") return this.#earlier.find(given, scope);
    if (target.kind !== "task" || !isTask(target.task) || !this.#isSame(target.task)) return undefined;
    const inputs = this.#recalling.literals.toRecorded(given.inputs);
    if (inputs instanceof Promise) return inputs.then((stored) => this.#take(given, scope, stored));
    return this.#take(given, scope, inputs);
  }

  // Its attempts are its own.
  attemptsOf(): number {
    return 0;
  }

  #take(given: NodeRun, scope: ScopeView, inputs: RecordedLiterals): Maybe<Outcome | undefined> {
    const { run, versions, literals, past } = this.#recalling;
    const version = versions.of(given.node);
    const fits = (path: string): boolean => {
      const node = this.#taken.has(path) ? undefined : past.nodes.get(path);
      if (node?.inputs === undefined || node.outputs === undefined || node.version !== version) return false;
      return areEqual(node.inputs, inputs);
    };
    const path = fits(given.path) ? given.path : [...past.nodes.keys()].find(fits);
    const node = path === undefined ? undefined : past.nodes.get(path);
    if (path === undefined || node === undefined) return undefined;
    this.#taken.add(path);
    const moved = { nodes: new Map([[given.path, node]]) };
    return new JournalHistory({ run, versions, literals, past: moved }).find(given, scope);
  }
}
