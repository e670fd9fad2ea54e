import { missingMock } from "../mocks/missing-mock.js";
import type { MissingTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";

/** What cannot run here: only in the graph of a dynamic does that come out so late. @throws `MOCK_MISSING` */
export async function runMissingNode({ node, path }: NodeRun<MissingTarget>): Promise<never> {
  throw missingMock(`Node ${path}`, [node.target.entity]);
}
