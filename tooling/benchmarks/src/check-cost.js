import { serialize, t, task, workflow } from "@flytekit-ts/workflow";
import { checkWorkflow } from "@flytekit-ts/workflow/plugin";
import { measure, row } from "./measure.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1", root: "/" };

const add = task({ name: "add", inputs: { a: t.int(), b: t.int() }, output: t.int() }, ({ a, b }) => a + b);

/**
 * The messages of a workflow of `size` nodes, each bound to an earlier one and to a constant.
 *
 * @param {number} size
 */
function messagesOf(size) {
  const wf = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
    let last = x;
    for (let i = 0; i < size; i += 1) last = add({ a: last, b: i });
    return last;
  });
  const [first, second] = serialize(wf, SETTINGS);
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
