import { shortName } from "@flytekit-ts/core/graph";
import type * as idl from "@flytekit-ts/models/core";
import { spanWords } from "../words/span-words.js";
import { literalWords } from "../words/literal-words.js";
import type { GraphFact, GraphNodeKind } from "../model/graph-node.js";
import type { Reading } from "./reading.js";
import type { Authored } from "./sources.js";
import { nodeFacts, resourceFacts, taskFacts } from "./task-facts.js";

/** What a node runs: its kind, entity, settings and inner graph. */
export interface Target {
  readonly kind: GraphNodeKind;
  /** What the node is called, where its message has no name that somebody gave it. */
  readonly name?: string | undefined;
  readonly entity?: string | undefined;
  readonly notes: readonly string[];
  readonly facts: readonly GraphFact[];
  readonly graph?: string | undefined;
}

/** What a node runs, with the settings of the call and of the entity. */
export function targetOf(node: idl.Node, reading: Reading, authored: Authored | undefined): Target {
  const { target, metadata } = node;
  switch (target?.$case) {
    case "taskNode":
      return taskTarget(node, target.value, reading, authored);
    case "workflowNode":
      return workflowTarget(node, target.value, reading);
    case "branchNode":
      return { kind: "conditional", notes: [], facts: [] };
    case "gateNode":
      return gateTarget(target.value, metadata);
    case "arrayNode":
      return mapTarget(node, target.value, reading, authored);
    default:
      return { kind: "unknown", notes: [], facts: [] };
  }
}

function taskTarget(
  { metadata }: idl.Node,
  { reference, overrides }: idl.TaskNode,
  { reader }: Reading,
  authored: Authored | undefined,
): Target {
  const id = reference?.value;
  const template = id === undefined ? undefined : reader.sources.task(id);
  const facts = [
    ...nodeFacts(metadata, template?.metadata),
    ...taskFacts(template, overrides?.containerImage),
    ...resourceFacts(overrides?.resources, "resources of this call"),
    ...(authored?.uses?.length ? [{ name: "may run", value: authored.uses.join(", ") }] : []),
    ...registered(id),
  ];
  const kind = authored?.isDynamic
    ? "dynamic"
    : template?.type === "raw-container"
      ? "container-task"
      : "task";
  const notes = [
    ...facts.flatMap(({ name, value }) =>
      name === "retries" ? [`${value} ${value === "1" ? "retry" : "retries"}`] : [],
    ),
    ...(facts.some(({ name }) => name === "cache") ? ["cached"] : []),
    ...(authored?.isReference ? ["registered already"] : []),
  ];
  return { kind, entity: id?.name, notes, facts };
}

function workflowTarget(
  { metadata }: idl.Node,
  { reference }: idl.WorkflowNode,
  { reader }: Reading,
): Target {
  const id = reference?.value;
  const facts = [...nodeFacts(metadata, undefined), ...registered(id)];
  if (reference?.$case !== "launchplanRef")
    return { kind: "workflow", entity: id?.name, notes: [], facts, graph: reader.graphOf(id) };
  const plan = reader.sources.plan(reference.value);
  const fixed = [...(plan?.fixed ?? [])].map(([name, value]) => ({
    name: `fixed input ${name}`,
    value: literalWords(value),
  }));
  const starts = plan?.workflow === undefined ? [] : [{ name: "starts", value: plan.workflow.name }];
  const schedule = plan?.schedule === undefined ? [] : [{ name: "schedule", value: plan.schedule }];
  return {
    kind: "launch-plan",
    entity: id?.name,
    notes: ["an execution of its own"],
    facts: [...starts, ...fixed, ...schedule, ...facts],
    graph: reader.graphOf(plan?.workflow),
  };
}

function gateTarget({ condition }: idl.GateNode, metadata: idl.NodeMetadata | undefined): Target {
  const facts = nodeFacts(metadata, undefined);
  if (condition?.$case === "sleep") {
    const { seconds = 0n, nanos = 0 } = condition.value.duration ?? {};
    return { kind: "sleep", notes: [spanWords(Number(seconds) * 1000 + nanos / 1e6)], facts };
  }
  const signal = { name: "signal", value: condition?.value.signalId ?? "" };
  const isInput = condition?.$case === "signal";
  const notes = [isInput ? "waits for a value" : "waits for approval"];
  return { kind: isInput ? "input" : "approval", notes, facts: [signal, ...facts] };
}

function mapTarget(
  node: idl.Node,
  { node: item, parallelismOption, successCriteria }: idl.ArrayNode,
  reading: Reading,
  authored: Authored | undefined,
): Target {
  const inner = item === undefined ? undefined : targetOf(item, reading, authored);
  const notes = ["for each item"];
  const atOnce = parallelismOption?.value ?? 0;
  if (atOnce > 0) notes.push(`at most ${atOnce} at once`);
  if (successCriteria?.$case === "minSuccesses" && successCriteria.value > 0)
    notes.push(`at least ${successCriteria.value} must succeed`);
  // The message has it as a float of four bytes: 0.9 is 0.899999976.
  if (successCriteria?.$case === "minSuccessRatio" && successCriteria.value < 1)
    notes.push(`at least ${Number((successCriteria.value * 100).toPrecision(5))} % must succeed`);
  const facts = inner?.facts ?? nodeFacts(node.metadata, undefined);
  const entity = authored?.target ?? inner?.entity;
  return {
    kind: "map",
    name: authored?.target === undefined ? undefined : shortName(authored.target),
    entity,
    notes: [...notes, ...(inner?.notes ?? [])],
    facts: [
      ...(parallelismOption === undefined || atOnce === 0
        ? []
        : [{ name: "at once", value: `at most ${atOnce}` }]),
      ...facts,
    ],
    graph: inner?.graph,
  };
}

function registered(id: idl.Identifier | undefined): readonly GraphFact[] {
  if (id === undefined || id.version === "") return [];
  return [{ name: "registered as", value: `${id.project}/${id.domain}, version ${id.version}` }];
}
