import type * as idl from "@flytekit-ts/models/core";
import { joinUri } from "../../data/join-uri.js";
import { Slots } from "../../pods/slots.js";
import { NodeFailure, userFailure } from "../../values/failure.js";
import { collectionLiteral, type Literals, noneLiteral } from "../../values/literals.js";
import { uniqueNodeId } from "../ids.js";
import type { Place, Scope } from "../scope.js";
import { attemptTask } from "./attempt-task.js";
import { joinFailures } from "./join-failures.js";
import { runItems } from "./run-items.js";
import type { TaskCall } from "./task-call.js";
import { taskOf } from "./task-node.js";
import { throughCache } from "./through-cache.js";

/** Run a task for each item of its lists. @throws `NodeFailure`: of the items that failed, `ArrayNodeFailing`, `InvalidArrayLength` */
export async function runArray(
  scope: Scope,
  place: Place,
  array: idl.ArrayNode,
  inputs: Literals,
): Promise<Literals> {
  const { node } = array;
  if (node?.target?.$case !== "taskNode") {
    throw userFailure("UnsupportedArrayNode", "a map over anything but a task is not run by this engine");
  }
  const task = taskOf(scope, node.target.value);
  const size = sizeOf(array, inputs);
  const wanted = scope.execution.options.rules.wantedSuccesses(array, size);
  if (size > 0 && wanted > size) throw userFailure("ArrayNodeFailing", "Unknown reason");
  const limit = array.parallelismOption?.value ?? 0;
  const slots = new Slots(limit > 0 ? limit : Math.max(size, 1));
  const results = await runItems({ size, wanted, slots, signal: scope.signal }, (index, signal) =>
    runItem(itemCall({ ...scope, signal }, place, { array, node, task, inputs }, index)),
  );
  if (results.failures.size > size - wanted) throw new NodeFailure(joinFailures(results.failures));
  return collected(task, results.outputs);
}

/** The common length of the lists that a map goes over. @throws `InvalidArrayLength` */
function sizeOf({ boundInputs }: idl.ArrayNode, inputs: Literals): number {
  const bound = new Set(boundInputs);
  const lists = [...inputs].flatMap(([name, { value }]) =>
    !bound.has(name) && value?.$case === "collection" ? [value.value.literals.length] : [],
  );
  const [size, ...others] = lists;
  if (others.some((each) => each !== size)) {
    throw userFailure("InvalidArrayLength", `input arrays have different lengths: ${lists.join(", ")}`);
  }
  if (size !== undefined) return size;
  if ([...inputs.keys()].every((name) => bound.has(name))) return 1;
  throw userFailure("InvalidArrayLength", "no input array provided");
}

interface Mapped {
  readonly array: idl.ArrayNode;
  readonly node: idl.Node;
  readonly task: idl.TaskTemplate;
  readonly inputs: Literals;
}

function itemCall(
  scope: Scope,
  place: Place,
  { array, node, task, inputs }: Mapped,
  index: number,
): TaskCall {
  const { record, dir } = place;
  const bound = new Set(array.boundInputs);
  const own = [...inputs].map(([name, literal]) => {
    const { value } = literal;
    const part = !bound.has(name) && value?.$case === "collection" ? value.value.literals[index] : undefined;
    return [name, part ?? literal] as const;
  });
  return {
    scope,
    node,
    task,
    uniqueId: uniqueNodeId(`n${index}`, record),
    owner: record,
    item: index,
    dir: joinUri(dir, String(record.attempt), String(index)),
    inputUri: joinUri(dir, "inputs.pb"),
    inputs: new Map(own),
    // The item is told where to look for its index, as array jobs of clouds are.
    env: { BATCH_JOB_ARRAY_INDEX_VAR_NAME: "FLYTE_K8S_ARRAY_INDEX", FLYTE_K8S_ARRAY_INDEX: String(index) },
    checkpoint: undefined,
    onAttempt: () => {},
  };
}

async function runItem(call: TaskCall): Promise<Literals> {
  const { outputs } = await throughCache(call, async () => {
    const end = await attemptTask(call);
    if (end.kind === "outputs") return end.outputs;
    throw userFailure("UnsupportedArrayNode", "an item of a map made nodes, which this engine does not run");
  });
  return outputs;
}

/** The outputs of all items as lists, with nothing in the slots of items that failed. */
function collected(
  { interface: declared }: idl.TaskTemplate,
  items: readonly (Literals | undefined)[],
): Literals {
  const names = [...(declared?.outputs?.variables.keys() ?? [])];
  return new Map(
    names.map((name) => [
      name,
      collectionLiteral(items.map((outputs) => outputs?.get(name) ?? noneLiteral())),
    ]),
  );
}
