import { serialize } from "@flytekit-ts/workflow";
import { checkWorkflow } from "@flytekit-ts/workflow/checks";
import { chain, OPTIONS, SETTINGS } from "./chain.js";
import { measure, row } from "./measure.js";

/**
 * The messages of a workflow of `size` nodes, each bound to an earlier one and to a constant.
 *
 * @param {number} size
 */
function messagesOf(size) {
  const [first, second] = serialize(chain(size), SETTINGS, OPTIONS);
  if (first?.kind !== "task" || second?.kind !== "workflow") throw new Error("no workflow was serialized");
  const [task, template] = [first.message.template, second.message.template];
  if (task === undefined || template === undefined) throw new Error("a template is missing");
  return { template, subWorkflows: [], tasks: [task], launchPlans: [] };
}

/** The cost of holding a message to Flyte's rules, per node, for three sizes: equal figures mean that it is linear. */
export async function checkCost() {
  const rows = [];
  for (const [size, rounds] of [
    [100, 200],
    [1000, 40],
    [10_000, 10],
  ]) {
    const messages = messagesOf(size);
    const spread = await measure(rounds, () => checkWorkflow(messages));
    rows.push(row(`check, per node of ${size}`, spread, { per: size, aim: "<= 10" }));
  }
  return rows;
}
