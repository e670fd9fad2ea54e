import {
  describeEntity,
  describeTarget,
  type Entity,
  isStart,
  type Node,
  promisesOf,
  type PromiseTarget,
} from "@flytekit-ts/core/graph";
import { SimpleType } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import { isBranch } from "../conditional/branch-entity.js";
import { targetsIn } from "../conditional/targets-in.js";
import * as errors from "../errors.js";
import { type Graph, graphOf } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { isReference } from "../reference/reference-entity.js";
import { isWorkflow, type WorkflowEntity } from "../trace/workflow-entity.js";

/**
 * Parts of records where Flyte does not take them in the form in which it takes them out of the record.
 *
 * A datetime arrives as a string, and a duration as a float. Tasks read both. flyteadmin refuses them as inputs of
 * a launch plan, and a comparison with a datetime fails.
 */
export function partProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node, nodeId }) =>
    node.bindings.flatMap(({ var: name, binding }) => {
      const why = unreadFrom(node.entity, name);
      if (why === undefined) return [];
      return [...promisesOf(binding)].flatMap((target) => {
        const form = formOf(target, graph);
        if (form === undefined) return [];
        const at = `${describeEntity(node.entity)}.${name}`;
        const error = errors.PART_NOT_CONVERTED({ at, part: describeTarget(target), form, why });
        return [toProblem(error, { nodeId, place: node.place })];
      });
    }),
  );
}

/** The form in which a part of a record arrives, if it is not that of its type. */
function formOf({ node, var: name, path, type }: PromiseTarget, graph: Graph): string | undefined {
  if (path.length === 0 || node.trace !== graph.start.trace) return undefined;
  const outputs = isStart(node)
    ? graph.workflow.interface.inputs
    : graph.nodes[node.index]?.entity.interface.outputs;
  const whole = outputs?.get(name)?.transformer;
  if (whole === undefined || !entersRecord(whole, path)) return undefined;
  return FORMS.get(simpleOf(type));
}

const FORMS: ReadonlyMap<number | undefined, string> = new Map([
  [SimpleType.DATETIME, "a string"],
  [SimpleType.DURATION, "a float"],
]);

function entersRecord(type: TypeTransformer, path: PromiseTarget["path"]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return false;
  const { members } = type;
  if (members?.kind === "list") return entersRecord(members.element, rest);
  if (members?.kind === "map") return entersRecord(members.value, rest);
  return members?.kind === "record";
}

function simpleOf({ literalType, members }: TypeTransformer): number | undefined {
  // Of an optional, the type of its value counts.
  if (members?.kind === "variants") return members.variants.map(simpleOf).find((each) => FORMS.has(each));
  return literalType.type?.$case === "simple" ? literalType.type.value : undefined;
}

/** Why an entity cannot read the part of a record that is given for an input; undefined if it can. */
function unreadFrom(entity: Entity, input: string): string | undefined {
  if (isLaunchPlan(entity) || (isReference(entity) && entity.reference.kind === "launch-plan"))
    return "which Flyte refuses for a launch plan";
  if (!isWorkflow(entity)) return undefined;
  return refusalsIn(entity).get(input);
}

const known = new WeakMap<Graph, Map<string, string>>();

/** Why a workflow cannot read parts of records, for those of its inputs that it compares or passes to a launch plan. */
function refusalsIn(workflow: WorkflowEntity): ReadonlyMap<string, string> {
  const graph = graphOf(workflow);
  const before = known.get(graph);
  if (before !== undefined) return before;
  const refusals = new Map<string, string>();
  // Kept before it is filled: a workflow that calls itself is another problem.
  known.set(graph, refusals);
  for (const { node } of walkGraph(graph)) {
    for (const name of comparedBy(node)) refusals.set(name, `which ${workflow.name} cannot compare`);
    for (const { var: input, binding } of node.bindings) {
      const why = unreadFrom(node.entity, input);
      const passed = why === undefined ? [] : [...promisesOf(binding)].filter(isWholeInput);
      for (const { var: name } of passed) if (why !== undefined) refusals.set(name, why);
    }
  }
  return refusals;
}

function comparedBy({ entity }: Node): readonly string[] {
  if (!isBranch(entity)) return [];
  const targets = entity.arms.flatMap(({ condition }) => targetsIn(condition));
  return targets.filter(isWholeInput).map((target) => target.var);
}

function isWholeInput({ node, path }: PromiseTarget): boolean {
  return isStart(node) && path.length === 0;
}
