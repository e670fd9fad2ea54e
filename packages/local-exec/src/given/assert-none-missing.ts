import { missingMock } from "../mocks/missing-mock.js";
import { needsOf } from "../plan/needs.js";
import type { Plan } from "../plan/plan.js";

/**
 * Refuse a plan with entities that cannot run here, but for those of which outcomes are `known` by their names. `runs` names what
 * should run, for messages.
 *
 * @throws `MOCK_MISSING`, listing all of them
 */
export function assertNoneMissing(plan: Plan, runs: string, known: ReadonlySet<string> = NONE): void {
  const missing = needsOf(plan).missing.filter(({ name }) => !known.has(name));
  if (missing.length > 0) throw missingMock(runs, missing);
}

const NONE: ReadonlySet<string> = new Set();
