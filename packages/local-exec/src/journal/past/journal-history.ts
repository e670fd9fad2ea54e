import { fromErrorData } from "@flytekit-ts/core/literals";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { declaredOf } from "../../plan/declared-of.js";
import type { History } from "../../scope/history.js";
import type { Maybe } from "../../scope/maybe.js";
import type { NodeRun, Outcome } from "../../scope/node-run.js";
import type { ScopeView } from "../../scope/scope-view.js";
import { tellFailed, tellLogged, tellSucceeded } from "../../scope/tell.js";
import { areEqual, type LiteralsOnDisk } from "../format/literals.js";
import type { RecordedLiterals } from "../format/records.js";
import type { Versions } from "../graph/versions.js";
import { outputGone } from "./gone-files.js";
import type { PastRun } from "./past-run.js";

/** Where a history comes from, and how nodes are compared with it. */
export interface Recalling {
  readonly run: string;
  readonly past: Pick<PastRun, "nodes">;
  readonly versions: Versions;
  readonly literals: LiteralsOnDisk;
}

/**
 * The outcomes that a journal has of nodes.
 *
 * H1. An outcome is used if the path, the version and the inputs of the node are still the same.
 * H2. A node with others inside is used whole if its end was recorded. Else it is entered, and what is inside is used.
 * H3. A node that failed for good fails again in a run that was interrupted. A run that had failed forgets its failures.
 * H4. An outcome is not used if a local file or directory among the outputs is gone. The node runs again, and says why.
 */
export class JournalHistory implements History {
  readonly #recalling: Recalling;

  constructor(recalling: Recalling) {
    this.#recalling = recalling;
  }

  find(given: NodeRun, scope: ScopeView): Maybe<Outcome | undefined> {
    const { past, versions, literals } = this.#recalling;
    const node = past.nodes.get(given.path);
    if (node?.inputs === undefined) return undefined;
    // The inputs of its arms are not among those of a conditional. It decides again, which is done at once.
    if (given.node.target.kind === "branch" && node.error === undefined) return undefined;
    if (node.version !== versions.of(given.node)) return this.#isOther(given);
    const inputs = literals.toRecorded(given.inputs);
    if (inputs instanceof Promise) return inputs.then((stored) => this.#compared(given, scope, stored));
    return this.#compared(given, scope, inputs);
  }

  attemptsOf(path: string): number {
    return this.#recalling.past.nodes.get(path)?.failed ?? 0;
  }

  waitingSince({ path }: NodeRun): number | undefined {
    return this.#recalling.past.nodes.get(path)?.since;
  }

  #compared(given: NodeRun, scope: ScopeView, inputs: RecordedLiterals): Maybe<Outcome | undefined> {
    const node = this.#recalling.past.nodes.get(given.path);
    if (node?.inputs === undefined || !areEqual(node.inputs, inputs)) return this.#isOther(given);
    const { outputs, error, attempt } = node;
    if (error !== undefined) {
      const cause = fromErrorData(error);
      throw tellFailed(given, { attempt, cause, duration: 0, retrying: false }, scope);
    }
    return outputs === undefined ? undefined : this.#reused(given, scope, { outputs, attempt });
  }

  async #reused(
    given: NodeRun,
    scope: ScopeView,
    { outputs: recorded, attempt }: { readonly outputs: RecordedLiterals; readonly attempt: number },
  ): Promise<Outcome | undefined> {
    const { literals, run } = this.#recalling;
    const outputs = await literals.fromRecorded(recorded, run);
    const gone = await outputGone(outputTypesOf(given), outputs);
    if (gone !== undefined) {
      const message = `Runs again: a file or directory of its output ${gone} is not there any more.`;
      await tellLogged(given, { attempt: 0, level: "warn", message }, scope);
      return this.#isOther(given);
    }
    await tellSucceeded(given, { attempt, outputs, duration: 0, reused: "journal" }, scope);
    return outputs;
  }

  // It runs as if there were no history, its attempts and its waiting included.
  #isOther({ path }: NodeRun): undefined {
    this.#recalling.past.nodes.delete(path);
  }
}

// A mock is no part of the message, and gives what its entity does.
function outputTypesOf({ node: { target, message } }: NodeRun): ReadonlyMap<string, RuntimeType> {
  if (target.kind === "task" || target.kind === "dynamic") return target.task.interface.outputs;
  return declaredOf(message)?.outputs ?? NONE;
}

const NONE: ReadonlyMap<string, RuntimeType> = new Map();
