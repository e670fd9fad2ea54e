import { pause } from "./pause.js";
import type { Scope } from "../../scope/scope.js";

/**
 * What a failure of an attempt allows: no other attempt; one of the retries of the node; or one of those that the
 * backend has for machines that are taken away.
 */
export type Verdict = "permanent" | "recoverable" | "interrupted";

/** How often Flyte by default starts a node again that was interrupted, whatever its retries are. */
const INTERRUPTIONS = 3;

/** Another attempt follows, after a pause. */
export class Again {
  /** In milliseconds; 0 is none. */
  readonly backoff: number;

  constructor(backoff: number) {
    this.backoff = backoff;
  }

  /** Wait until the other attempt may start. @throws the reason if the scope has ended */
  async until(scope: Scope): Promise<void> {
    if (this.backoff > 0 && !scope.isOver) await pause(this.backoff, scope);
    if (scope.isOver) throw scope.reason;
  }
}

/** What the event of a failed attempt says of the next one, if there is one. */
export function followedBy(again: Again | undefined): {
  readonly retrying: boolean;
  readonly backoff?: number;
} {
  if (again === undefined) return { retrying: false };
  return again.backoff > 0 ? { retrying: true, backoff: again.backoff } : { retrying: true };
}

/** How many more attempts of one node may follow. Made at its first failure. */
export class Budget {
  readonly #scope: Scope;
  #retries: number;
  #interruptions = INTERRUPTIONS;
  #taken = 0;

  constructor(retries: number, scope: Scope) {
    this.#retries = retries;
    this.#scope = scope;
  }

  /** Take another attempt from the budget, if there is one left for such a failure. */
  take(verdict: Verdict): Again | undefined {
    if (this.#scope.isOver || !this.#takeFor(verdict)) return undefined;
    this.#taken += 1;
    return new Again(this.#scope.run.backoff?.(this.#taken) ?? 0);
  }

  #takeFor(verdict: Verdict): boolean {
    if (verdict === "interrupted") {
      this.#interruptions -= 1;
      return this.#interruptions >= 0;
    }
    if (verdict === "permanent") return false;
    this.#retries -= 1;
    return this.#retries >= 0;
  }
}
