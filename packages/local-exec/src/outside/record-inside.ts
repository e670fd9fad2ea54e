import { textOf } from "@flytekit-ts/core/errors";
import { fetchLiterals } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { compileDynamic } from "@flytekit-ts/workflow/compile";
import { itemInputs, sizeOf } from "../nodes/array-inputs.js";
import { ALLOWED } from "../plan/allowed.js";
import { planOf } from "../plan/plan-of.js";
import type { ArrayTarget, BranchTarget, DynamicTarget, GateTarget, Plan } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import { recordGraph } from "./record-graph.js";
import type { Recorder } from "./recorder.js";

/**
 * Record what is inside a node: the graph of a workflow or plan, the arm that was taken, the items of a map, the graph that a
 * dynamic makes.
 *
 * @returns the outputs that the node has from what is inside, if it has none of its own.
 */
export async function recordInside(given: NodeRun, recorder: Recorder): Promise<Literals | undefined> {
  const { node, path, inputs } = given;
  const { target } = node;
  switch (target.kind) {
    case "workflow":
      await recordGraph({ plan: target.plan, inputs, prefix: `${path}/` }, recorder);
      return undefined;
    case "launch-plan": {
      const whole = new Map([...target.defaults, ...inputs, ...target.fixed]);
      await recordGraph({ plan: target.plan, inputs: whole, prefix: `${path}>` }, recorder);
      return undefined;
    }
    case "branch":
      return recordArm(given as NodeRun<BranchTarget>, recorder);
    case "array":
      await recordItems(given as NodeRun<ArrayTarget>, recorder);
      return undefined;
    case "dynamic":
      await recordMade(given as NodeRun<DynamicTarget>, recorder);
      return undefined;
    case "gate":
      return ofGate(given as NodeRun<GateTarget>);
    default:
      return undefined;
  }
}

// What is approved goes on, and a sleep has nothing. Only who answered knows the value of a signal.
function ofGate({ node: { target }, inputs }: NodeRun<GateTarget>): Literals | undefined {
  if (target.condition.$case === "signal") return undefined;
  return target.condition.$case === "approve" ? inputs : new Map();
}

async function recordArm(
  { node, path, around }: NodeRun<BranchTarget>,
  recorder: Recorder,
): Promise<Literals | undefined> {
  const { arms, otherwise } = node.target;
  for (const arm of [...arms.map((each) => each.node), otherwise]) {
    if (arm === undefined || (await recorder.find(`${path}/${arm.id}`)) === undefined) continue;
    return recorder.node({ node: arm, path: `${path}/${arm.id}`, around });
  }
  return undefined;
}

async function recordItems(
  { node, path, around, inputs: given }: NodeRun<ArrayTarget>,
  recorder: Recorder,
): Promise<void> {
  const { item, array } = node.target;
  const inputs = await fetchLiterals(given, recorder.recording.store);
  const bound = new Set(array.boundInputs);
  const size = sizeOf(inputs, bound, `${node.entity} (node ${path})`);
  for (let index = 0; index < size; index += 1) {
    const known = itemInputs(inputs, bound, index);
    await recorder.node({
      ...{ node: item, path: `${path}/n${index}`, around, item: index },
      inputs: known,
    });
  }
}

// The body makes the graph again: nobody else has it with what its nodes run here.
async function recordMade({ node, path, inputs }: NodeRun<DynamicTarget>, recorder: Recorder): Promise<void> {
  const { sink, store, mocks } = recorder.recording;
  const prefix = `${path}/`;
  if (!recorder.hasInside(path)) return;
  let plan: Plan;
  try {
    const made = compileDynamic(node.target.task, await fetchLiterals(inputs, store), undefined, ALLOWED);
    if (made.kind === "outputs") return;
    plan = planOf(made.compiled, mocks);
  } catch (error) {
    recorder.note(path, `has a body that fails here, so what is inside is not known: ${textOf(error)}`);
    return;
  }
  sink.made({ path, prefix, plan });
  await recordGraph({ plan, inputs: new Map(), prefix }, recorder);
}
