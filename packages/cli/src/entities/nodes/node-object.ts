import type * as idl from "@flytekit-ts/models/core";
import type { JsonValue } from "../../command/output.js";
import { bindingsWords } from "./binding-words.js";
import { conditionWords } from "./condition-words.js";

/** A node of a workflow: what it is, what it runs, and what goes into it. */
export interface NodeObject {
  readonly [key: string]: JsonValue | undefined;
  readonly id: string;
  readonly kind: "task" | "workflow" | "launch-plan" | "branch" | "gate" | "map" | "unknown";
  /** The entity that it runs, or what it waits for. */
  readonly runs: string;
  readonly inputs: { readonly [input: string]: string };
}

/** A node of a compiled workflow, for people and programs. */
export function nodeObject(node: idl.Node): NodeObject {
  const { id, inputs, upstreamNodeIds, metadata, target } = node;
  const bound = bindingsWords(inputs);
  const after = upstreamNodeIds.filter(
    (each) =>
      each !== "" &&
      each !== "start-node" &&
      !Object.values(bound).some((words) => words.includes(`${each}.`)),
  );
  const name = metadata?.name ?? "";
  return {
    id,
    ...runsOf(target),
    inputs: bound,
    name: name === "" || name === id ? undefined : name,
    after: after.length === 0 ? undefined : after,
    arms: target?.$case === "branchNode" ? armsOf(target.value) : undefined,
  };
}

function runsOf(target: idl.Node["target"]): Pick<NodeObject, "kind" | "runs"> {
  switch (target?.$case) {
    case "taskNode":
      return { kind: "task", runs: target.value.reference?.value.name ?? "" };
    case "workflowNode": {
      const { reference } = target.value;
      const kind = reference?.$case === "launchplanRef" ? "launch-plan" : "workflow";
      return { kind, runs: reference?.value.name ?? "" };
    }
    case "branchNode":
      return { kind: "branch", runs: "the first arm whose condition holds" };
    case "gateNode":
      return { kind: "gate", runs: gateWords(target.value.condition) };
    case "arrayNode": {
      const { node } = target.value;
      return { kind: "map", runs: node === undefined ? "" : runsOf(node.target).runs };
    }
    case undefined:
      return { kind: "unknown", runs: "" };
  }
}

function gateWords(condition: idl.GateNode["condition"]): string {
  switch (condition?.$case) {
    case "approve":
      return `waits for the approval ${condition.value.signalId}`;
    case "signal":
      return `waits for the input ${condition.value.signalId}`;
    case "sleep":
      return "waits for a time";
    case undefined:
      return "waits";
  }
}

function armsOf({ ifElse }: idl.BranchNode): readonly JsonValue[] {
  const blocks = ifElse === undefined ? [] : [ifElse.case, ...ifElse.other];
  const arms: JsonValue[] = blocks.flatMap((block) =>
    block === undefined ? [] : [{ if: conditionWords(block.condition), ...armOf(block.thenNode) }],
  );
  const last = ifElse?.default;
  if (last?.$case === "elseNode") arms.push({ if: "otherwise", ...armOf(last.value) });
  if (last?.$case === "error") arms.push({ if: "otherwise", fails: last.value.message });
  return arms;
}

function armOf(node: idl.Node | undefined): { readonly [key: string]: JsonValue } {
  return node === undefined ? {} : { node: nodeObject(node) };
}
