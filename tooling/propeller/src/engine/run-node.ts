import { encode } from "@flytekit-ts/models";
import type * as idl from "@flytekit-ts/models/core";
import { LiteralMap } from "@flytekit-ts/models/core";
import { joinUri } from "../data/join-uri.js";
import { NodeFailure, userFailure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";
import { uniqueNodeId } from "./ids.js";
import { runArray } from "./kinds/array-node.js";
import { runBranch } from "./kinds/branch-node.js";
import { runGate } from "./kinds/gate-node.js";
import { runPlanNode } from "./kinds/plan-node.js";
import { runSubWorkflow } from "./kinds/sub-workflow-node.js";
import { runTaskNode } from "./kinds/task-node.js";
import type { Outcome } from "./outcome.js";
import type { NodePhase, NodeRecord } from "./records.js";
import { resolveBindings } from "./resolve-bindings.js";
import { attemptsOf, runAttempts, timeoutOf } from "./run-attempts.js";
import type { Place, Recursion, Scope } from "./scope.js";
import { upstreamOf } from "./upstream-of.js";

/** Run a node when those before it have ended. It never fails itself: what it came to is its outcome. */
export const runNode: Recursion["node"] = async (scope, node, around) => {
  const { rules } = scope.execution.options;
  const before = upstreamOf(node).flatMap((id) => scope.outcomes.get(id) ?? []);
  const phases = (await Promise.all(before)).map(({ phase }) => phase);
  if (scope.signal.aborted) return { phase: "NEVER" };
  if (phases.includes("NEVER") || phases.includes("ABORTED")) return { phase: "NEVER" };
  const place = enter(scope, node, around);
  if (rules.skipsBehind && (phases.includes("FAILED") || phases.includes("SKIPPED"))) {
    return report(scope, place, { phase: "SKIPPED" });
  }
  const earlier = scope.execution.request.recover?.nodes.get(place.record.path);
  if (earlier?.outputs !== undefined && (earlier.phase === "SUCCEEDED" || earlier.phase === "RECOVERED")) {
    place.record.phase = "RECOVERED";
    return report(scope, place, { phase: "SUCCEEDED", outputs: earlier.outputs });
  }
  tell(scope, place);
  return report(scope, place, await outcomeOf(scope, place));
};

function enter({ execution }: Scope, node: idl.Node, around: Scope["around"]): Place {
  const { dataRoot, project, domain } = execution.options;
  const root = joinUri(dataRoot, `${project}-${domain}-${execution.request.name}`);
  const record: NodeRecord = {
    uniqueId: uniqueNodeId(node.id, around),
    path: around === undefined ? node.id : `${around.path}/${node.id}`,
    phase: "RUNNING",
    attempt: 0,
  };
  execution.records.set(record.path, record);
  const dir = around === undefined ? joinUri(root, node.id, "data") : joinUri(around.outputDir, node.id);
  return { node, record, dir, around };
}

async function outcomeOf(scope: Scope, place: Place): Promise<Outcome> {
  try {
    return { phase: "SUCCEEDED", outputs: await runKind(scope, place) };
  } catch (error) {
    if (scope.signal.aborted) return { phase: "ABORTED" };
    if (error instanceof NodeFailure) return { phase: "FAILED", failure: error.failure };
    throw error;
  }
}

/** Write down what a node came to, and tell it. */
function report(scope: Scope, place: Place, outcome: Outcome): Outcome {
  const { record } = place;
  if (record.phase !== "RECOVERED") record.phase = outcome.phase as NodePhase;
  if (outcome.phase === "SUCCEEDED") record.outputs = outcome.outputs;
  if (outcome.phase === "FAILED") record.failure = outcome.failure;
  tell(scope, place);
  return outcome;
}

function tell({ execution }: Scope, { node, record, dir, around }: Place): void {
  execution.onNode(execution.request.name, record);
  execution.options.hooks.onNode?.({ node, record, around, dir });
}

async function runKind(scope: Scope, place: Place): Promise<Literals | undefined> {
  const { node } = place;
  const resolved = await resolveBindings(scope, node.inputs, node.id);
  const { error } = scope;
  const inputs = error?.node === node.id ? new Map([...resolved, ["err", error.literal] as const]) : resolved;
  const { store } = scope.execution.options;
  await store.write(joinUri(place.dir, "inputs.pb"), encode(LiteralMap, { literals: new Map(inputs) }));
  const { target } = node;
  switch (target?.$case) {
    // Attempts of these are those of a task.
    case "taskNode":
      return runTaskNode(scope, place, target.value, inputs);
    case "arrayNode":
      return runArray(scope, place, target.value, inputs);
    case "branchNode":
    case "gateNode":
    case "workflowNode":
      return runOther(scope, place, inputs);
    case undefined:
    default:
      throw userFailure("MalformedNode", `node ${node.id} calls nothing`);
  }
}

async function runOther(scope: Scope, place: Place, inputs: Literals): Promise<Literals | undefined> {
  const { node, record, dir } = place;
  const { store } = scope.execution.options;
  const bounds = { attempts: attemptsOf(node, undefined), timeoutMs: timeoutOf(node), signal: scope.signal };
  return runAttempts(bounds, async (attempt, signal) => {
    record.attempt = attempt;
    const outputs = await runOnce({ ...scope, signal }, place, inputs);
    const literals = new Map(outputs);
    if (outputs !== undefined) {
      await store.write(joinUri(dir, String(attempt), "outputs.pb"), encode(LiteralMap, { literals }));
    }
    return outputs;
  });
}

async function runOnce(scope: Scope, place: Place, inputs: Literals): Promise<Literals | undefined> {
  const { target } = place.node;
  if (target?.$case === "branchNode") return runBranch(scope, place, target.value, inputs);
  if (target?.$case === "gateNode") return runGate(scope, place.node, target.value, inputs);
  const reference = target?.$case === "workflowNode" ? target.value.reference : undefined;
  if (reference?.$case === "launchplanRef") return runPlanNode(scope, place, reference.value, inputs);
  if (reference?.$case === "subWorkflowRef") return runSubWorkflow(scope, place, reference.value, inputs);
  throw userFailure("MalformedNode", `node ${place.node.id} calls nothing`);
}
