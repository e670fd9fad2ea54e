import { missingMock } from "../mocks/missing-mock.js";
import type { MissingTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";

/**
 * Fail for a node that cannot run here. Only a node in the graph of a dynamic, and one whose outcome an earlier run has
 * but not for these inputs, get this far: other graphs are refused before the run.
 *
 * @throws `MOCK_MISSING`
 */
export async function runMissingNode({ node, path }: NodeRun<MissingTarget>): Promise<never> {
  throw missingMock(`Node ${path}`, [node.target.entity]);
}
